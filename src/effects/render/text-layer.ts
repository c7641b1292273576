/** Texts over the finished picture: each drawn once while it rests, and anew while it moves. Never mirrored. */
import { quadOf, turnQuad, type Size } from '../../core/geometry';
import type { PlannedText } from '../../project/frame-plan';
import { movesNow, partPose, type TextMoment } from '../text-motion';
import type { Painter } from './painter';
import { PictureTexture } from './picture-texture';
import { IDENTITY_MAP } from './placement';
import type { Programs } from './programs';
import { quadMaterial, unitQuad } from './quad';
import { drawText, textKey } from './text-picture';

interface TextTexture extends Size {
  readonly picture: PictureTexture;
}

/** Owns the textures of texts. */
export class TextLayer {
  readonly #textures = new Map<string, TextTexture>();
  readonly #quad = unitQuad();

  constructor(
    private readonly painter: Painter,
    private readonly programs: Programs,
  ) {}

  /**
   * Draws on the canvas and forgets textures that this frame has no use for.
   * @param beatPhase 0..1 through the beat; null where no beat is known
   */
  draw(texts: readonly PlannedText[], stage: Size, beatPhase: number | null): void {
    const used = new Set<string>();
    for (const item of texts) {
      const { opacity = 1, rotation = 0, age, left } = item;
      if (opacity <= 0) continue;
      const moment: TextMoment = { age, left, beatPhase };
      const isMoving = movesNow(item.motion, moment);
      const key = isMoving ? `moving:${item.id}` : textKey(item, stage);
      const texture = isMoving ? this.#redraw(key, item, stage, moment) : this.#rest(key, item, stage);
      if (texture === null) continue;
      used.add(key);
      // On whole pixels, so that letters stay as sharp as they were drawn.
      const x = Math.round(item.x * stage.width - texture.width / 2) / stage.width;
      const y = Math.round(item.y * stage.height - texture.height / 2) / stage.height;
      const box = { x, y, width: texture.width / stage.width, height: texture.height / stage.height };
      const laid = {
        quad: turnQuad(quadOf(box), rotation, [x + box.width / 2, y + box.height / 2], stage),
        map: IDENTITY_MAP,
        texture: texture.picture.texture,
        opacity,
      };
      this.painter.draw(quadMaterial(this.programs, laid), null, this.#quad);
    }
    for (const [key, texture] of this.#textures) {
      if (used.has(key)) continue;
      texture.picture.dispose();
      this.#textures.delete(key);
    }
  }

  /** Draws all again with the faces that have come in meanwhile. */
  clear(): void {
    for (const texture of this.#textures.values()) texture.picture.dispose();
    this.#textures.clear();
  }

  dispose(): void {
    this.clear();
    this.#quad.dispose();
  }

  #rest(key: string, item: PlannedText, stage: Size): TextTexture | null {
    return this.#textures.get(key) ?? this.#keep(key, drawText(item, stage));
  }

  #redraw(key: string, item: PlannedText, stage: Size, moment: TextMoment): TextTexture | null {
    const { motion } = item;
    if (motion === undefined) return null;
    return this.#keep(
      key,
      drawText(item, stage, (index, count) => partPose(motion, moment, index, count)),
    );
  }

  #keep(key: string, canvas: OffscreenCanvas | null): TextTexture | null {
    if (canvas === null) return null;
    const picture = this.#textures.get(key)?.picture ?? new PictureTexture(this.painter.renderer);
    picture.uploadPicture(canvas);
    const texture = { picture, width: canvas.width, height: canvas.height };
    this.#textures.set(key, texture);
    return texture;
  }
}
