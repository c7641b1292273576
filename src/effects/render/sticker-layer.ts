/** Stickers over the finished picture, below the words. */
import type { Texture } from 'three';
import type { Size } from '../../core/geometry';
import type { Pose } from '../../pose/pose';
import type { PlannedSticker } from '../../project/frame-plan';
import { placeSticker } from '../sticker-place';
import { stickerById } from '../stickers/bundled-stickers';
import type { AssetTextures } from './asset-textures';
import type { Painter } from './painter';
import { PictureTexture } from './picture-texture';
import { IDENTITY_MAP } from './placement';
import type { Programs } from './programs';
import { quadMaterial, unitQuad } from './quad';
import { drawArt, drawEmoji } from './sticker-picture';

/** Sides of drawn stickers, in pixels: the next one that is large enough is used. */
const SIDES = [128, 256, 512, 1024] as const;

/** Owns the textures of stickers that it draws; pictures of the project are the assets'. */
export class StickerLayer {
  readonly #textures = new Map<string, PictureTexture>();
  readonly #quad = unitQuad();

  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
    private readonly assets: AssetTextures,
  ) {}

  /** Draws on the canvas and forgets textures that this frame has no use for. */
  draw(stickers: readonly PlannedSticker[], stage: Size, pose: Pose | null): void {
    const used = new Set<string>();
    for (const sticker of stickers) {
      if (sticker.opacity <= 0) continue;
      const side = sideFor(sticker.size * stage.width);
      const shown = this.#pictureOf(sticker, side, used);
      const quad = shown === null ? null : placeSticker(sticker, shown.shape, stage, pose);
      if (shown === null || quad === null) continue;
      const { opacity, blend } = sticker;
      const laid = { quad, map: IDENTITY_MAP, texture: shown.texture, opacity, blend };
      this.painter.draw(quadMaterial(this.programs, laid), null, this.#quad);
    }
    for (const [key, texture] of this.#textures) {
      if (used.has(key)) continue;
      texture.dispose();
      this.#textures.delete(key);
    }
  }

  dispose(): void {
    for (const texture of this.#textures.values()) texture.dispose();
    this.#textures.clear();
    this.#quad.dispose();
  }

  /** The texture and its width over its height; null for a picture that is not there, or not yet. */
  #pictureOf(
    { id, picture }: PlannedSticker,
    side: number,
    used: Set<string>,
  ): { readonly texture: Texture; readonly shape: number } | null {
    if (picture.kind === 'asset') {
      const asset = this.assets.picture(id);
      return asset === null ? null : { texture: asset.texture, shape: asset.size.x / asset.size.y };
    }
    const name = picture.kind === 'bundled' ? picture.id : picture.emoji;
    const key = `${picture.kind}:${name}:${side}`;
    const known = this.#textures.get(key);
    used.add(key);
    if (known !== undefined) return { texture: known.texture, shape: 1 };
    const art = picture.kind === 'bundled' ? stickerById(picture.id) : undefined;
    if (picture.kind === 'bundled' && art === undefined) return null;
    const texture = new PictureTexture(this.painter.renderer);
    texture.uploadPicture(art === undefined ? drawEmoji(name, side) : drawArt(art, side));
    this.#textures.set(key, texture);
    return { texture: texture.texture, shape: 1 };
  }
}

function sideFor(pixels: number): number {
  return SIDES.find((side) => side >= pixels) ?? 1024;
}
