/** One line of the timeline with its items. */
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names';
import { TimelineItem } from './timeline-item';
import type { Snapped } from './snapping';
import type { PlacedItem, TimelineRow } from './timeline-rows';
import { xOf } from './timeline-scale';
import type { FilmBeats } from './use-beats';
import type { Motion } from './use-item-drag';
import type { ItemNames } from './use-item-names';
import styles from './timeline.module.css';

export interface TimelineRowProps {
  row: TimelineRow;
  scale: number;
  snaps: boolean;
  beats: FilmBeats;
  names: ItemNames;
  onSnap: (snapped: Snapped | null) => void;
  /** Behind the last item. */
  children?: ReactNode;
}

/** A named list; items are placed by their times. */
export function TimelineRowView(props: TimelineRowProps): ReactElement {
  const { t } = useTranslation();
  const { row, scale, snaps, beats, names } = props;
  const [motion, setMotion] = useState<Motion | null>(null);

  const leftOf = (placed: PlacedItem): number => {
    const left = xOf(placed.item.start, scale);
    if (motion?.kind === 'lift' && motion.id === placed.item.id) return motion.left;
    if (motion?.kind === 'trim-start' && placed.index >= motion.index) {
      const trimmed = row.items.find(({ index }) => index === motion.index);
      return left + xOf(motion.duration - (trimmed?.item.duration ?? motion.duration), scale);
    }
    return left;
  };

  return (
    <ul
      className={classNames(styles.row, styles[`${row.kind}Row`])}
      aria-label={t(`editor.row.${row.kind}`)}
      data-row={row.kind}
    >
      {row.items.map((placed) => (
        <TimelineItem
          key={placed.item.id}
          placed={placed}
          scale={scale}
          snaps={snaps}
          beats={beats}
          names={names}
          left={leftOf(placed)}
          width={xOf(placed.item.duration, scale)}
          isLifted={motion?.kind === 'lift' && motion.id === placed.item.id}
          onMotion={setMotion}
          onSnap={props.onSnap}
        />
      ))}
      {props.children}
    </ul>
  );
}
