/** The take again, beside the coach: one clock, one slider, the moves to jump to. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../../core/locale';
import type { Replay } from '../../../studio/dance';
import { classNames } from '../../components/class-names';
import { IconButton } from '../../components/icon-button';
import { Select } from '../../components/select';
import { Slider } from '../../components/slider';
import { formatClock } from '../../format';
import { useLocalized } from '../../localized';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './result-screen.module.css';

/** The coach's picture, device pixels: half a phone. */
const COACH = { width: 270, height: 480 } as const;

/** Before the take is known. Takes are seen as in a mirror unless they were imported. */
const UNKNOWN = { moveStarts: [], mirror: true, duration: 0 } as const;

/** A player; nothing where the browser cannot play the take (the editor still can). */
export function TakeReplay(props: { takeId: string; names: readonly LocalizedText[] }): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { library, dance } = useStudio();
  const { takeId } = props;
  const video = useRef<HTMLVideoElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const replay = useRef<Replay | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [seconds, setSeconds] = useState(0);
  const [duration, setDuration] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [facts, setFacts] = useState<Pick<Replay, 'moveStarts' | 'mirror' | 'duration'>>(UNKNOWN);
  const { run } = useTask();

  useEffect(() => {
    let isCurrent = true;
    let made: string | null = null;
    library.mediaUrl('take', takeId).then(
      (found) => {
        made = found;
        if (isCurrent) setUrl(found);
        else URL.revokeObjectURL(found);
      },
      // The score stands without the picture; the library tells of a missing file.
      () => setUrl(null),
    );
    return () => {
      isCurrent = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [library, takeId]);

  useEffect(() => {
    const stage = canvas.current;
    if (url === null || stage === null) return;
    let isCurrent = true;
    // Without a graphics card the film plays alone.
    run(async () => {
      const opened = await dance.openReplay(takeId, stage);
      if (!isCurrent) {
        opened.dispose();
        return;
      }
      replay.current = opened;
      setFacts(opened);
      setDuration(opened.duration);
      opened.show(video.current?.currentTime ?? 0);
    });
    return () => {
      isCurrent = false;
      replay.current?.dispose();
      replay.current = null;
    };
  }, [url, takeId, dance, run]);

  useEffect(() => {
    if (!isPlaying) return;
    let request = 0;
    const follow = (): void => {
      request = requestAnimationFrame(follow);
      const now = video.current?.currentTime ?? 0;
      setSeconds(now);
      replay.current?.show(now);
    };
    request = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(request);
  }, [isPlaying]);

  if (url === null) return null;
  const seek = (to: number): void => {
    if (video.current !== null) video.current.currentTime = to;
    setSeconds(to);
    replay.current?.show(to);
  };
  const starts = facts.moveStarts;
  const current = starts.findLastIndex((start) => start <= seconds + 1e-3);
  return (
    <section className={styles.replay} aria-label={t('result.replayTitle')}>
      <div className={styles.pair}>
        <video
          ref={video}
          className={classNames(styles.video, facts.mirror && styles.mirrored)}
          src={url}
          aria-label={t('result.replayYou')}
          playsInline
          muted
          loop
          onLoadedMetadata={(event) => setDuration(finite(event.currentTarget.duration) || facts.duration)}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onError={() => setUrl(null)}
          onClick={(event) => togglePlay(event.currentTarget)}
        />
        <canvas
          ref={canvas}
          className={styles.video}
          width={COACH.width}
          height={COACH.height}
          role="img"
          aria-label={t('result.replayCoach')}
        />
      </div>
      <div className={styles.transport}>
        <IconButton
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? t('result.replayPause') : t('result.replayPlay')}
          onClick={() => {
            if (video.current !== null) togglePlay(video.current);
          }}
        />
        <div className={styles.scrub}>
          <Slider
            label={t('result.replayAt')}
            value={Math.min(seconds, duration)}
            min={0}
            max={Math.max(0.1, duration)}
            step={1 / 30}
            format={(value) => formatClock(value, { tenths: true })}
            onChange={seek}
          />
        </div>
      </div>
      {starts.length === 0 ? null : (
        <Select
          label={t('result.replayMove')}
          value={String(Math.max(0, current))}
          options={starts.map((_, index) => {
            const name = props.names[index];
            return {
              value: String(index),
              label: `${index + 1}. ${name === undefined ? '' : localized(name)}`,
            };
          })}
          onChange={(index) => seek(starts[Number(index)] ?? 0)}
        />
      )}
    </section>
  );
}

/** A fragmented film may not know its length before it has been read. */
function finite(seconds: number): number {
  return Number.isFinite(seconds) ? seconds : 0;
}

function togglePlay(video: HTMLVideoElement): void {
  if (!video.paused) {
    video.pause();
    return;
  }
  // Another press, or leaving the screen, may end the attempt; there is nothing to tell then.
  video.play().catch(() => undefined);
}
