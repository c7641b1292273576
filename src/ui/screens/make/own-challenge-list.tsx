/** One's own challenges: dance, practise, send, delete; and one brought in from somebody else. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChallengeRecord } from '../../../storage/records';
import { Button } from '../../components/button';
import { DeletedNote } from '../../components/deleted-note';
import { LevelMeter } from '../../components/challenge-card';
import { ErrorMessage } from '../../components/message';
import { formatClock, formatWhen } from '../../format';
import { useLocale } from '../../localized';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { RefusedFile } from './refused-file';
import styles from './make-screen.module.css';

export function OwnChallengeList(): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  const challenges = useStudioState(maker.store, (state) => state.challenges);
  const deleted = useStudioState(maker.store, (state) => state.deleted);
  const input = useRef<HTMLInputElement>(null);
  const importing = useTask();
  const loading = useTask();
  const { run } = loading;
  useEffect(() => run(() => maker.refresh()), [run, maker]);
  return (
    <section className={styles.card} aria-labelledby="make-own">
      <h2 id="make-own" className={styles.heading}>
        {t('make.own')}
      </h2>
      {importing.error === null ? null : <RefusedFile error={importing.error} />}
      {challenges.length === 0 ? <p className={styles.soft}>{t('make.ownEmpty')}</p> : null}
      <ul className={styles.own}>
        {challenges.map((challenge) => (
          <OwnChallenge key={challenge.id} challenge={challenge} />
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept=".fifteen-challenge"
        hidden
        data-testid="import-challenge"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined)
            importing.run(async () => {
              await maker.importFile(file);
            });
        }}
      />
      <Button icon="import" busy={importing.busy} onClick={() => input.current?.click()}>
        {t('make.importFile')}
      </Button>
      <DeletedNote name={deleted?.name ?? null} onUndo={() => void maker.undoRemove()} />
    </section>
  );
}

function OwnChallenge({ challenge }: { challenge: ChallengeRecord }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { maker } = useStudio();
  const navigate = useNavigate();
  const task = useTask();
  const named = { name: challenge.name, interpolation: { escapeValue: false } };
  return (
    <li className={styles.ownRow}>
      <div className={styles.ownWords}>
        <span className={styles.ownName}>{challenge.name}</span>
        <span className={styles.facts}>
          <LevelMeter level={challenge.level} />
          <span>{formatClock(challenge.duration)}</span>
          <span>{formatWhen(challenge.createdAt, locale)}</span>
        </span>
        {challenge.rival == null ? null : (
          <span className={styles.rival}>
            {t('make.rival', {
              name: challenge.rival.name ?? t('make.someone'),
              score: Math.round(challenge.rival.score),
              interpolation: { escapeValue: false },
            })}
          </span>
        )}
      </div>
      {task.error === null ? null : <ErrorMessage error={task.error} />}
      <div className={styles.ownActions}>
        <ButtonLink tone="primary" icon="dance" to={{ screen: 'dance', challengeId: challenge.id }}>
          {t('common.dance')}
        </ButtonLink>
        <ButtonLink icon="restart" to={{ screen: 'practice', challengeId: challenge.id, moves: null }}>
          {t('dance.practise')}
        </ButtonLink>
        <Button
          icon="edit"
          aria-label={t('make.editNamed', named)}
          onClick={() => {
            void maker.edit(challenge.id);
            navigate({ screen: 'make' });
          }}
        >
          {t('make.edit')}
        </Button>
        <Button
          icon="share"
          busy={task.busy}
          aria-label={t('make.shareNamed', named)}
          onClick={() => task.run(() => maker.share(challenge.id))}
        >
          {t('make.share')}
        </Button>
        <Button
          icon="download"
          busy={task.busy}
          aria-label={t('make.downloadNamed', named)}
          onClick={() => task.run(() => maker.download(challenge.id))}
        >
          {t('make.download')}
        </Button>
        <Button
          tone="quiet"
          icon="trash"
          aria-label={t('make.deleteNamed', named)}
          onClick={() => task.run(() => maker.remove(challenge.id))}
        >
          {t('make.delete')}
        </Button>
      </div>
    </li>
  );
}
