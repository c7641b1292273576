/** The take itself, to look at again. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './result-screen.module.css';

/** A player; nothing where the browser cannot play the take (the editor still can). */
export function TakeReplay(props: { takeId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { library } = useStudio();
  const take = useStudioState(library.store, (state) => state.takes.find(({ id }) => id === props.takeId));
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let made: string | null = null;
    library.mediaUrl('take', props.takeId).then(
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
  }, [library, props.takeId]);
  if (url === null) return null;
  return (
    <div className={styles.replay}>
      <video
        className={classNames(styles.video, take?.mirror === true && styles.mirrored)}
        src={url}
        aria-label={t('result.replay')}
        playsInline
        muted
        loop
        tabIndex={0}
        onError={() => setUrl(null)}
        onClick={(event) => togglePlay(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          togglePlay(event.currentTarget);
        }}
      />
    </div>
  );
}

function togglePlay(video: HTMLVideoElement): void {
  if (!video.paused) {
    video.pause();
    return;
  }
  // Another press, or leaving the screen, may end the attempt; there is nothing to tell then.
  video.play().catch(() => undefined);
}
