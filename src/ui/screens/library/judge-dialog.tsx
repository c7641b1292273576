/** Judging a clip that was brought along: which dance it is, then how far the search for the body is. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeRecord } from '../../../storage/records';
import type { ChallengeCard } from '../../../studio/dance';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorMessage } from '../../components/message';
import { Progress } from '../../components/progress';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';

/** Open while there is a take; the clip is taken to begin with the song. */
export function JudgeDialog(props: { take: TakeRecord | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { dance } = useStudio();
  const judging = useTask();
  const listing = useTask();
  const abort = useRef<AbortController | null>(null);
  const [challenges, setChallenges] = useState<readonly ChallengeCard[]>([]);
  const [progress, setProgress] = useState(0);
  const { take } = props;
  const list = listing.run;
  useEffect(() => {
    if (take !== null) list(async () => setChallenges(await dance.listChallenges()));
    return () => abort.current?.abort();
  }, [take, dance, list]);

  const judge = (challengeId: string): void => {
    if (take === null) return;
    const running = new AbortController();
    abort.current = running;
    setProgress(0);
    judging.run(async () => {
      await dance.judgeTake(take.id, challengeId, { signal: running.signal, onProgress: setProgress });
      navigate({ screen: 'result', takeId: take.id });
    });
  };
  const close = (): void => {
    abort.current?.abort();
    props.onClose();
  };
  const error = judging.error ?? listing.error;
  return (
    <Dialog
      open={take !== null}
      onClose={close}
      title={t('library.judge')}
      actions={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          {judging.busy
            ? null
            : challenges.map((challenge) => (
                <Button key={challenge.id} tone="primary" icon="star" onClick={() => judge(challenge.id)}>
                  {localized(challenge.title)}
                </Button>
              ))}
        </>
      }
    >
      {error === null ? null : <ErrorMessage error={error} />}
      {judging.busy ? (
        <Progress label={t('library.judging')} value={progress} />
      ) : (
        <p>{t('library.judgeNext')}</p>
      )}
    </Dialog>
  );
}
