/** Plays a take or a finished film. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { classNames } from '../../components/class-names';
import { Dialog } from '../../components/dialog';
import { ErrorMessage, Message } from '../../components/message';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './library-screen.module.css';

/** What to play. */
export interface PlayedMedia {
  readonly kind: 'take' | 'export';
  readonly id: string;
  readonly name: string;
  /** Shown as in a mirror, as it was recorded. */
  readonly mirror: boolean;
}

/** Open while there is something to play. */
export function PlayDialog(props: { media: PlayedMedia | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { media, onClose } = props;
  return (
    <Dialog
      open={media !== null}
      onClose={onClose}
      title={media?.name ?? ''}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {media === null ? null : <Player key={media.id} media={media} />}
    </Dialog>
  );
}

function Player({ media }: { media: PlayedMedia }): ReactElement {
  const { t } = useTranslation();
  const { library } = useStudio();
  const { kind, id } = media;
  const [url, setUrl] = useState<string | null>(null);
  const [isUnplayable, setUnplayable] = useState(false);
  const { run, error } = useTask();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    run(async () => {
      made = await library.mediaUrl(kind, id);
      if (isGone) URL.revokeObjectURL(made);
      else setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [library, kind, id, run]);
  if (error !== null) return <ErrorMessage error={error} />;
  if (isUnplayable) return <Message tone="error" title={t('library.notPlayable')} />;
  return (
    <video
      className={classNames(styles.video, media.mirror && styles.mirrored)}
      src={url ?? undefined}
      aria-label={media.name}
      controls
      autoPlay
      playsInline
      loop
      onError={() => setUnplayable(url !== null)}
    />
  );
}
