/** How what is drawn meets what the target holds, in the words of the GPU's blender. */
import {
  AddEquation,
  CustomBlending,
  DstColorFactor,
  MaxEquation,
  NoBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  OneMinusSrcColorFactor,
  ZeroFactor,
  type MaterialParameters,
} from 'three';

/** `light` screens, so that glow over a bright picture does not burn out; `over` is premultiplied. */
export type Blending = 'replace' | 'light' | 'add' | 'lighten' | 'over' | 'multiply';

// Alpha is never touched by light: the film is opaque.
export const BLENDINGS: Readonly<Record<Blending, MaterialParameters>> = {
  replace: { blending: NoBlending },
  light: {
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcColorFactor,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneFactor,
  },
  add: {
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
  },
  lighten: {
    blending: CustomBlending,
    blendEquation: MaxEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
  },
  over: {
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  },
  multiply: {
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: DstColorFactor,
    blendDst: ZeroFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  },
};
