/** The picture layers of a frame, uploaded and laid into the stage: what the first effect reads, and where the body is. */
import type { BufferGeometry, Texture } from 'three';
import type { Size } from '../../core/geometry';
import type { PictureLayer } from '../../project/frame-plan';
import type { FrameInputs } from './compositor-types';
import type { Painter, Target } from './painter';
import { hasPixels, PictureTexture } from './picture-texture';
import { BlurredBackdrop } from './blurred-backdrop';
import { IDENTITY_MAP, placeLayer, quadMap, stageMap, type Placement, type UvMap } from './placement';
import type { Programs } from './programs';
import { quadMaterial, unitQuad } from './quad';

/** A picture to read: a texture, and how stage places (y up) become places in it. */
export interface View {
  readonly texture: Texture;
  readonly map: UvMap;
}

/** A view of the stage and, if it lies in a borrowed target, that target. */
export interface StageView extends View {
  readonly target: Target;
}

export interface PlacedLayer extends Placement {
  readonly clipId: string;
  readonly layer: PictureLayer;
}

/** Mattes of several layers, or of one that does not cover, are joined at this part of the stage. */
const JOINED_MATTE_SCALE = 0.5;

/** Owns the uploaded pictures and mattes. */
export class LayerStack {
  readonly #pictures = new Map<string, PictureTexture>();
  readonly #mattes = new Map<string, PictureTexture>();
  readonly #quad: BufferGeometry = unitQuad();
  readonly #black: PictureTexture;
  readonly #backdrop: BlurredBackdrop;

  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
  ) {
    this.#black = new PictureTexture(painter.renderer);
    this.#black.uploadBlack();
    this.#backdrop = new BlurredBackdrop(painter, programs, this.#quad);
  }

  /** Uploads the pictures of this frame; gives the layers that have one, bottom to top. */
  upload(inputs: FrameInputs, stage: Size): PlacedLayer[] {
    const placed: PlacedLayer[] = [];
    for (const layer of inputs.plan.layers) {
      const picture = inputs.pictures.get(layer.clipId);
      if (picture === undefined || !hasPixels(picture)) continue;
      this.#texture(this.#pictures, layer.clipId).uploadPicture(picture);
      placed.push({ clipId: layer.clipId, layer, ...placeLayer(layer, stage) });
    }
    forget(this.#pictures, inputs.plan.layers);
    return placed;
  }

  /** The stage as the first effect reads it. One layer that covers is read where it lies, without a pass. */
  view(layers: readonly PlacedLayer[], stage: Size): StageView {
    const [only] = layers;
    if (only === undefined) return { texture: this.#black.texture, map: IDENTITY_MAP, target: null };
    if (layers.length === 1 && only.covers) {
      const { texture } = this.#texture(this.#pictures, only.clipId);
      return { texture, map: stageMap(only), target: null };
    }
    const target = this.painter.borrow(stage);
    this.#compose(layers, target, stage);
    return { texture: target.texture, map: IDENTITY_MAP, target };
  }

  /** The body of all layers as the effects read it; null when no layer has a matte. */
  matte(inputs: FrameInputs, layers: readonly PlacedLayer[], stage: Size): StageView | null {
    const known = layers.filter((layer) => {
      const matte = inputs.mattes.get(layer.clipId);
      if (matte !== undefined) this.#texture(this.#mattes, layer.clipId).uploadMatte(matte);
      return matte !== undefined;
    });
    forget(this.#mattes, inputs.plan.layers);
    const [only] = known;
    if (only === undefined) return null;
    if (known.length === 1 && only.covers) {
      return { texture: this.#texture(this.#mattes, only.clipId).texture, map: stageMap(only), target: null };
    }
    const target = this.painter.borrow({
      width: Math.max(1, Math.round(stage.width * JOINED_MATTE_SCALE)),
      height: Math.max(1, Math.round(stage.height * JOINED_MATTE_SCALE)),
    });
    this.#composeMattes(known, target);
    return { texture: target.texture, map: IDENTITY_MAP, target };
  }

  dispose(): void {
    for (const texture of [...this.#pictures.values(), ...this.#mattes.values()]) texture.dispose();
    this.#pictures.clear();
    this.#mattes.clear();
    this.#black.dispose();
    this.#quad.dispose();
  }

  #compose(layers: readonly PlacedLayer[], target: Target, stage: Size): void {
    this.painter.clear(target);
    for (const { clipId, quad, from, layer } of layers) {
      const { texture } = this.#texture(this.#pictures, clipId);
      if (layer.fit === 'blur') this.#backdrop.draw(texture, layer, target, stage);
      const laid = {
        quad,
        map: quadMap(from),
        texture,
        opacity: layer.frame?.opacity ?? 1,
        blend: layer.blend ?? 'normal',
      };
      this.painter.draw(quadMaterial(this.programs, laid), target, this.#quad);
    }
  }

  #composeMattes(layers: readonly PlacedLayer[], target: Target): void {
    this.painter.clear(target);
    for (const { clipId, quad, from } of layers) {
      const { texture } = this.#texture(this.#mattes, clipId);
      this.painter.draw(
        quadMaterial(this.programs, { quad, map: quadMap(from), texture }),
        target,
        this.#quad,
      );
    }
  }

  #texture(textures: Map<string, PictureTexture>, clipId: string): PictureTexture {
    const known = textures.get(clipId);
    if (known !== undefined) return known;
    const texture = new PictureTexture(this.painter.renderer);
    textures.set(clipId, texture);
    return texture;
  }
}

/** Frees what belongs to layers that are no longer in the picture. */
function forget(textures: Map<string, PictureTexture>, layers: readonly PictureLayer[]): void {
  for (const [clipId, texture] of textures) {
    if (layers.some((layer) => layer.clipId === clipId)) continue;
    texture.dispose();
    textures.delete(clipId);
  }
}
