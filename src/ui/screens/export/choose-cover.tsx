/** A frame of the film as its cover, and what of it the services show. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Slider } from '../../components/slider';
import { formatClock } from '../../format';
import { useStudio } from '../../studio-context';
import styles from './cover.module.css';

/** Shapes in which covers are shown: the film's own, the grid of Instagram, a square. Width over height. */
const CROPS = [
  { id: 'full', ratio: null },
  { id: 'grid', ratio: 3 / 4 },
  { id: 'square', ratio: 1 },
] as const;

/** A frame is fetched when the slider rests. */
const SETTLE_MS = 200;

export function ChooseCover(props: {
  projectId: string;
  duration: number;
  at: number;
  onAt: (seconds: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const url = useStill(props.projectId, props.at);
  const last = Math.max(0, props.duration - 1 / 30);
  return (
    <div className={styles.cover}>
      <div className={styles.still}>
        {url === null ? null : <img src={url} alt={t('export.coverAlt')} className={styles.picture} />}
      </div>
      <Slider
        label={t('export.coverAt')}
        value={Math.min(props.at, last)}
        min={0}
        max={Math.max(0.1, last)}
        step={1 / 30}
        format={(seconds) => formatClock(seconds, { tenths: true })}
        onChange={props.onAt}
      />
      <ul className={styles.crops} aria-label={t('export.crops')}>
        {CROPS.map(({ id, ratio }) => (
          <li key={id} className={styles.crop}>
            <div className={styles.cropBox} style={ratio === null ? undefined : { aspectRatio: ratio }}>
              {url === null ? null : <img src={url} alt="" className={styles.cropped} />}
            </div>
            <span className={styles.cropName}>{t(`export.crop.${id}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Address of the frame's picture; null until it is there. One that cannot be drawn leaves the last one. */
function useStill(projectId: string, seconds: number): string | null {
  const { exporter } = useStudio();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    let made: string | null = null;
    const timer = setTimeout(() => {
      exporter.still(projectId, seconds, abort.signal).then(
        (picture) => {
          if (abort.signal.aborted) return;
          made = URL.createObjectURL(picture);
          setUrl(made);
        },
        // The film says what is wrong with it when it is made.
        () => undefined,
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [exporter, projectId, seconds]);
  return url;
}
