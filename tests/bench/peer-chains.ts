/**
 * The same kinds of effects in the same number through three chains: ours, three's EffectComposer (one pass an effect)
 * and pmndrs/postprocessing (effects merged into one pass where it can). Each uploads the picture anew for every frame.
 */
import {
  BloomEffect,
  BrightnessContrastEffect,
  ChromaticAberrationEffect,
  EffectComposer as MergingComposer,
  EffectPass,
  HueSaturationEffect,
  NoiseEffect,
  RenderPass as MergingRenderPass,
  SepiaEffect,
  VignetteEffect,
  type Effect,
} from 'postprocessing';
import {
  CanvasTexture,
  Mesh,
  MeshBasicMaterial,
  NoColorSpace,
  NoToneMapping,
  OrthographicCamera,
  PlaneGeometry,
  Scene,
  Vector2,
  WebGLRenderer,
} from 'three';
import { EffectComposer } from 'three/examples/jsm/postprocessing/EffectComposer.js';
import { FilmPass } from 'three/examples/jsm/postprocessing/FilmPass.js';
import type { Pass } from 'three/examples/jsm/postprocessing/Pass.js';
import { RenderPass } from 'three/examples/jsm/postprocessing/RenderPass.js';
import { ShaderPass } from 'three/examples/jsm/postprocessing/ShaderPass.js';
import { UnrealBloomPass } from 'three/examples/jsm/postprocessing/UnrealBloomPass.js';
import { BrightnessContrastShader } from 'three/examples/jsm/shaders/BrightnessContrastShader.js';
import { HueSaturationShader } from 'three/examples/jsm/shaders/HueSaturationShader.js';
import { RGBShiftShader } from 'three/examples/jsm/shaders/RGBShiftShader.js';
import { SepiaShader } from 'three/examples/jsm/shaders/SepiaShader.js';
import { VignetteShader } from 'three/examples/jsm/shaders/VignetteShader.js';
import type { Size } from '../../src/core/geometry';
import { createEffectInstance } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import { SILENT, drawScene, frameOf } from '../browser/effects/support';
import { median } from './figure';
import { finishGpu } from './finish-gpu';

/** Draws one frame and waits for it. */
interface Chain {
  draw(frame: number): void;
  dispose(): void;
}

export interface ChainTimes {
  readonly stack: string;
  /** Median milliseconds a frame. */
  readonly ours: number;
  readonly three: number;
  readonly postprocessing: number;
}

/** A stack in the words of the three libraries. */
interface EqualStack {
  readonly name: string;
  readonly ours: readonly string[];
  readonly three: (size: Size) => Pass[];
  readonly postprocessing: () => Effect[][];
}

/** Settling frames, then those that are counted. */
const SETTLE = 4;

const shader = (source: ConstructorParameters<typeof ShaderPass>[0]): ShaderPass => new ShaderPass(source);

const STACKS: readonly EqualStack[] = [
  {
    name: 'one colour effect',
    ours: ['adjust'],
    three: () => [shader(BrightnessContrastShader)],
    postprocessing: () => [[new BrightnessContrastEffect()]],
  },
  {
    name: 'five colour effects (contrast, saturation, sepia, vignette, grain)',
    ours: ['adjust', 'film-stock', 'duotone', 'vignette', 'film-grain'],
    three: () => [
      shader(BrightnessContrastShader),
      shader(HueSaturationShader),
      shader(SepiaShader),
      shader(VignetteShader),
      new FilmPass(0.4),
    ],
    postprocessing: () => [
      [
        new BrightnessContrastEffect(),
        new HueSaturationEffect(),
        new SepiaEffect(),
        new VignetteEffect(),
        new NoiseEffect(),
      ],
    ],
  },
  {
    name: 'bloom, colour fringes, vignette and grain',
    ours: ['bloom', 'chromatic-aberration', 'vignette', 'film-grain'],
    three: ({ width, height }) => [
      new UnrealBloomPass(new Vector2(width, height), 0.8, 0.4, 0.6),
      shader(RGBShiftShader),
      shader(VignetteShader),
      new FilmPass(0.4),
    ],
    // Its own rules: two effects that move coordinates or take light from around go into passes of their own.
    postprocessing: () => [
      [new BloomEffect({ luminanceThreshold: 0.6, mipmapBlur: true })],
      [new ChromaticAberrationEffect(), new VignetteEffect(), new NoiseEffect()],
    ],
  },
];

/** Measures each stack through the three chains, turn and turn about so that a busy machine slows all alike. */
export function measureChains(size: Size, frames: number): ChainTimes[] {
  const scene = drawScene(size);
  return STACKS.map((stack) => {
    const chains = [
      ourChain(stack, size, scene),
      threeChain(stack, size, scene),
      mergingChain(stack, size, scene),
    ];
    const times = chains.map((): number[] => []);
    for (let frame = 0; frame < frames + SETTLE; frame += 1) {
      chains.forEach((chain, index) => {
        const before = performance.now();
        chain.draw(frame);
        times[index]?.push(performance.now() - before);
      });
    }
    chains.forEach((chain) => chain.dispose());
    const [ours = NaN, three = NaN, postprocessing = NaN] = times.map((list) => median(list.slice(SETTLE)));
    return { stack: stack.name, ours, three, postprocessing };
  });
}

function ourChain({ ours }: EqualStack, size: Size, picture: OffscreenCanvas): Chain {
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  const effects = ours.map((id) => createEffectInstance(id, id, 1));
  return {
    draw(frame) {
      compositor.render(frameOf({ size, picture, frame, effects, matte: null, signals: SILENT }));
      finishGpu(compositor.canvas);
    },
    dispose: () => compositor.dispose(),
  };
}

/** A renderer, and a scene that is nothing but the picture. */
function pictureScene(size: Size, picture: OffscreenCanvas) {
  const renderer = new WebGLRenderer({
    canvas: new OffscreenCanvas(size.width, size.height),
    antialias: false,
  });
  renderer.setSize(size.width, size.height, false);
  renderer.toneMapping = NoToneMapping;
  const texture = new CanvasTexture(picture);
  texture.colorSpace = NoColorSpace;
  texture.generateMipmaps = false;
  const material = new MeshBasicMaterial({ map: texture, depthTest: false, depthWrite: false });
  const geometry = new PlaneGeometry(2, 2);
  const scene = new Scene().add(new Mesh(geometry, material));
  return {
    renderer,
    scene,
    camera: new OrthographicCamera(-1, 1, 1, -1, -1, 1),
    texture,
    dispose: (): void => {
      for (const owned of [geometry, material, texture, renderer]) owned.dispose();
    },
  };
}

function threeChain({ three }: EqualStack, size: Size, picture: OffscreenCanvas): Chain {
  const { renderer, scene, camera, texture, dispose } = pictureScene(size, picture);
  const composer = new EffectComposer(renderer);
  const passes = [new RenderPass(scene, camera), ...three(size)];
  for (const pass of passes) composer.addPass(pass);
  return {
    draw() {
      texture.needsUpdate = true;
      composer.render(1 / 30);
      finishGpu(renderer.domElement);
    },
    dispose() {
      for (const pass of passes) pass.dispose();
      composer.dispose();
      dispose();
    },
  };
}

function mergingChain({ postprocessing }: EqualStack, size: Size, picture: OffscreenCanvas): Chain {
  const { renderer, scene, camera, texture, dispose } = pictureScene(size, picture);
  const composer = new MergingComposer(renderer, { depthBuffer: false, stencilBuffer: false });
  composer.setSize(size.width, size.height, false);
  composer.addPass(new MergingRenderPass(scene, camera));
  for (const effects of postprocessing()) composer.addPass(new EffectPass(camera, ...effects));
  return {
    draw() {
      texture.needsUpdate = true;
      composer.render(1 / 30);
      finishGpu(renderer.domElement);
    },
    dispose() {
      composer.dispose();
      dispose();
    },
  };
}
