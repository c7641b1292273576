/** Fills the bars beside a picture with the picture itself: filling the stage, blurred and darkened. */
import type { BufferGeometry, Texture } from 'three';
import { layPicture, type Quad, type Size } from '../../core/geometry';
import type { PictureLayer } from '../../project/frame-plan';
import type { Painter, Target } from './painter';
import { IDENTITY_MAP, quadMap } from './placement';
import { setUniform, type ProgramText, type Programs } from './programs';
import { quadMaterial } from './quad';
import { FULLSCREEN_VERTEX } from './host-glsl';

/** Widths of the pictures on the way down, in pixels, whatever the stage's: so preview and file blur alike. */
const WIDTHS = [320, 160, 80] as const;

/** A target is read upside down: its first row is its bottom. */
const FROM_TARGET: Quad = { origin: [0, 1], right: [1, 0], down: [0, -1] };

/** How bright the backdrop is: the picture before it stands out. */
const BRIGHTNESS = 0.55;

/** Gaussian of 13 taps along `hostWay` (one texel of the way, in 0..1 of the picture). */
const BLUR = /* glsl */ `
precision highp float;
precision highp sampler2D;
in vec2 hostUv;
uniform sampler2D hostPicture;
uniform vec2 hostWay;
uniform float hostFade;
out vec4 hostColor;
void main() {
  vec3 sum = vec3(0.0);
  float total = 0.0;
  for (int tap = -6; tap <= 6; tap++) {
    float weight = exp(-float(tap * tap) / 14.0);
    sum += weight * texture(hostPicture, hostUv + float(tap) * hostWay).rgb;
    total += weight;
  }
  hostColor = vec4(sum / total * hostFade, 1.0);
}
`;

export class BlurredBackdrop {
  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
    private readonly quad: BufferGeometry,
  ) {}

  /** Draws the backdrop of a layer over all of `target`. */
  draw(
    picture: Texture,
    layer: Pick<PictureLayer, 'sourceSize' | 'mirror'>,
    target: Target,
    stage: Size,
  ): void {
    const laid = layPicture(layer.sourceSize, stage, 'cover', { frame: undefined, isMirrored: layer.mirror });
    const sizes = WIDTHS.map((width) => ({
      width,
      height: Math.max(1, Math.round((width * stage.height) / stage.width)),
    }));
    let small: Target = null;
    for (const size of sizes) {
      const next = this.painter.borrow(size);
      const from =
        small === null
          ? { quad: laid.quad, map: quadMap(laid.from), texture: picture }
          : { quad: FROM_TARGET, map: IDENTITY_MAP, texture: small.texture };
      this.painter.draw(quadMaterial(this.programs, from), next, this.quad);
      this.painter.giveBack(small);
      small = next;
    }
    const size = sizes.at(-1);
    if (small === null || size === undefined) return;
    const across = this.painter.borrow(size);
    this.#blur(small.texture, [1 / size.width, 0], 1, across);
    this.#blur(across.texture, [0, 1 / size.height], BRIGHTNESS, small);
    this.painter.draw(
      quadMaterial(this.programs, {
        quad: FROM_TARGET,
        map: IDENTITY_MAP,
        texture: small.texture,
      }),
      target,
      this.quad,
    );
    this.painter.giveBack(across);
    this.painter.giveBack(small);
  }

  #blur(texture: Texture, way: readonly [number, number], fade: number, target: Target): void {
    const material = this.programs.get('host/backdrop-blur', blurProgram);
    setUniform(material, 'hostPicture', texture);
    setUniform(material, 'hostWay', way);
    setUniform(material, 'hostFade', fade);
    this.painter.draw(material, target);
  }
}

function blurProgram(): ProgramText {
  return { vertex: FULLSCREEN_VERTEX, fragment: BLUR, effectIds: [] };
}
