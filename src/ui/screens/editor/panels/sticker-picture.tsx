/** A sticker on the shelf: the same shapes that the stage draws. */
import type { ReactElement } from 'react';
import type { StickerArt } from '../../../../effects/stickers/sticker-art';

export function StickerPicture({ art }: { art: StickerArt }): ReactElement {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" strokeLinejoin="round" strokeLinecap="round">
      {art.shapes.map(({ path, fill, stroke, width }, index) => (
        <path key={index} d={path} fill={fill ?? 'none'} stroke={stroke} strokeWidth={width} />
      ))}
    </svg>
  );
}
