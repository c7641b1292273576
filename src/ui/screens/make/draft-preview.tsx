/** The film beside the coach that was made of it; the coach alone where there is no film. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disposable } from '../../../core/ownership';
import type { Draft } from '../../../studio/challenge-maker';
import { IconButton } from '../../components/icon-button';
import { Slider } from '../../components/slider';
import { formatClock } from '../../format';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './make-screen.module.css';

/** Device pixels. */
const COACH = { width: 270, height: 480 } as const;

export function DraftPreview({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  const video = useRef<HTMLVideoElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const preview = useRef<(Disposable & { show(seconds: number): void }) | null>(null);
  const url = maker.filmUrl();
  const [seconds, setSeconds] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const { run } = useTask();
  const { from, to } = draft;
  const length = to - from;

  useEffect(() => {
    const stage = canvas.current;
    if (stage === null) return;
    let isCurrent = true;
    run(async () => {
      const opened = await maker.openPreview(stage);
      if (!isCurrent) {
        opened.dispose();
        return;
      }
      preview.current = opened;
      opened.show(0);
    });
    return () => {
      isCurrent = false;
      preview.current?.dispose();
      preview.current = null;
    };
  }, [maker, run]);

  useEffect(() => {
    preview.current?.show(Math.min(seconds, length));
    // The draft itself may have changed under the same second.
  }, [draft, seconds, length]);

  useEffect(() => {
    if (!isPlaying) return;
    let request = 0;
    let before = performance.now();
    const next = (now: number): void => {
      request = requestAnimationFrame(next);
      const step = (now - before) / 1000;
      before = now;
      setSeconds((current) => {
        const moved = current + step;
        return moved >= length ? 0 : moved;
      });
    };
    request = requestAnimationFrame(next);
    return () => cancelAnimationFrame(request);
  }, [isPlaying, length]);

  useEffect(() => {
    const film = video.current;
    if (film === null) return;
    // The film follows the coach's clock; small drifts are left to it while it plays.
    if (!isPlaying) {
      film.pause();
      film.currentTime = from + seconds;
      return;
    }
    if (Math.abs(film.currentTime - (from + seconds)) > 0.25) film.currentTime = from + seconds;
    if (film.paused) film.play().catch(() => undefined);
  }, [isPlaying, seconds, from]);

  return (
    <section className={styles.card} aria-label={t('make.preview')}>
      <div className={url === null ? styles.single : styles.pair}>
        {url === null ? null : (
          <video
            ref={video}
            className={styles.picture}
            src={url}
            muted
            playsInline
            aria-label={t('make.film')}
          />
        )}
        <canvas
          ref={canvas}
          className={styles.picture}
          width={COACH.width}
          height={COACH.height}
          role="img"
          aria-label={t('make.coach')}
        />
      </div>
      <div className={styles.transport}>
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? t('result.replayPause') : t('result.replayPlay')}
          onClick={() => setPlaying(!isPlaying)}
        />
        <div className={styles.scrub}>
          <Slider
            label={t('result.replayAt')}
            value={Math.min(seconds, length)}
            min={0}
            max={Math.max(0.1, length)}
            step={1 / 30}
            format={(value) => formatClock(value, { tenths: true })}
            onChange={(value) => {
              setPlaying(false);
              setSeconds(value);
            }}
          />
        </div>
      </div>
    </section>
  );
}
