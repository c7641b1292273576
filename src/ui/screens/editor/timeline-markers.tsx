/** Named instants above the clips: judgements of the dance, and one's own notes. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../../dance/judgement';
import type { Marker } from '../../../project/project';
import { Icon } from '../../components/icons';
import { useStudio } from '../../studio-context';
import { formatMoment } from './timecode';
import { xOf } from './timeline-scale';
import styles from './timeline.module.css';

/** The judgements by the labels that markers carry; each has an icon of its name. */
const JUDGEMENTS: ReadonlyMap<string, Judgement> = new Map(
  (['perfect', 'great', 'good', 'miss'] as const).map((judgement) => [judgement, judgement]),
);

/** A row of small buttons; pressing one moves the playhead there. Nothing without markers. */
export function TimelineMarkers(props: { markers: readonly Marker[]; scale: number }): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { markers, scale } = props;
  if (markers.length === 0) return null;
  return (
    <ul className={styles.markers} aria-label={t('editor.markers')}>
      {markers.map((marker) => {
        const judgement = marker.kind === 'judgement' ? JUDGEMENTS.get(marker.label) : undefined;
        const label = judgement === undefined ? marker.label : t(`dance.judgement.${judgement}`);
        const name = t('editor.markerLabel', { label, time: formatMoment(marker.time) });
        return (
          <li key={marker.id} className={styles.markerPlace} style={{ left: xOf(marker.time, scale) }}>
            <button
              type="button"
              className={styles.marker}
              data-judgement={judgement}
              aria-label={name}
              title={name}
              onClick={() => editor.seek(marker.time)}
            >
              <Icon name={judgement ?? 'marker'} size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
