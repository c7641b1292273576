/** One effect, look or transition to choose: its picture, its name, a star. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icons';
import { useStudio, useStudioState } from '../../../studio-context';
import type { TryHandlers } from '../use-try';
import styles from './tiles.module.css';

export interface EffectTileProps {
  id: string;
  name: string;
  /** More than the name says, for the tooltip. */
  hint?: string | undefined;
  pressed?: boolean | undefined;
  /** Shows it in the preview while it is pointed at. */
  tried?: TryHandlers | undefined;
  /** What a drag of it carries, as a type of data; without, it cannot be dragged. */
  dragType?: string | undefined;
  onChoose: () => void;
}

/** The picture was drawn by the compositor when the app was built; where there is none an icon stands. */
export function EffectTile(props: EffectTileProps): ReactElement {
  const { t } = useTranslation();
  const { effectShelf } = useStudio();
  const isFavourite = useStudioState(effectShelf.store, (state) => state.favourites.includes(props.id));
  const [hasPicture, setHasPicture] = useState(true);
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.tile}
        title={props.hint}
        aria-pressed={props.pressed}
        {...props.tried}
        draggable={props.dragType !== undefined}
        onDragStart={(event) => {
          if (props.dragType === undefined) return;
          event.dataTransfer.setData(props.dragType, props.id);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={props.onChoose}
      >
        <span className={styles.frame}>
          {hasPicture ? (
            <img
              className={styles.picture}
              src={`${import.meta.env.BASE_URL}thumbnails/${encodeURIComponent(props.id)}.webp`}
              alt=""
              width={90}
              height={120}
              loading="lazy"
              draggable={false}
              onError={() => setHasPicture(false)}
            />
          ) : (
            <Icon name="effects" size={28} />
          )}
        </span>
        <span className={styles.name}>{props.name}</span>
      </button>
      <button
        type="button"
        className={styles.star}
        aria-label={t('editor.favourite', { name: props.name })}
        aria-pressed={isFavourite}
        onClick={() => effectShelf.toggleFavourite(props.id)}
      >
        <Icon name={isFavourite ? 'star' : 'star-empty'} size={18} />
      </button>
    </li>
  );
}
