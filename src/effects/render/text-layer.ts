/** Texts over the finished picture: each drawn once, kept as a texture, laid as a quad. Never mirrored. */
import type { Size } from '../../core/geometry';
import type { TextItem } from '../../project/project';
import type { Painter } from './painter';
import { PictureTexture } from './picture-texture';
import { IDENTITY_MAP } from './placement';
import { setUniform, type Programs } from './programs';
import { quadProgram, unitQuad } from './quad';
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

  /** Draws on the canvas and forgets textures that this frame has no use for. */
  draw(texts: readonly TextItem[], stage: Size): void {
    const used = new Set<string>();
    for (const item of texts) {
      const key = textKey(item, stage);
      const texture = this.#textures.get(key) ?? this.#make(key, item, stage);
      if (texture === null) continue;
      used.add(key);
      const material = this.programs.get('host/quad', quadProgram);
      // On whole pixels, so that letters stay as sharp as they were drawn.
      const left = Math.round(item.x * stage.width - texture.width / 2);
      const top = Math.round(item.y * stage.height - texture.height / 2);
      setUniform(material, 'hostArea', [
        left / stage.width,
        top / stage.height,
        texture.width / stage.width,
        texture.height / stage.height,
      ]);
      setUniform(material, 'hostPictureMap', IDENTITY_MAP);
      setUniform(material, 'hostPicture', texture.picture.texture);
      this.painter.draw(material, null, this.#quad);
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

  #make(key: string, item: TextItem, stage: Size): TextTexture | null {
    const canvas = drawText(item, stage);
    if (canvas === null) return null;
    const picture = new PictureTexture(this.painter.renderer);
    picture.uploadPicture(canvas);
    const texture = { picture, width: canvas.width, height: canvas.height };
    this.#textures.set(key, texture);
    return texture;
  }
}
