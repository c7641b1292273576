/** Dance: get in frame, count-in, follow the coach, be judged. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../components/live-region';
import { ScreenHeading } from '../../components/screen-heading';
import { StageLayout } from '../../components/stage-layout';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { DanceOverlay } from './dance-overlay';
import { FloorBar } from './floor-bar';
import { ChallengeColumn, ScoreColumn } from './side-columns';
import { useDanceSession } from './use-dance-session';

/** A judgement a beat would never stop talking. */
const JUDGEMENT_SPEECH_MS = 2500;

/** One challenge, from the first look into the camera to the result. */
export function DanceScreen(props: { challengeId: string }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { dance } = useStudio();
  const navigate = useNavigate();
  const session = useDanceSession(props.challengeId);
  const phase = useStudioState(dance.store, (state) => state.phase);
  const challenge = useStudioState(dance.store, (state) => state.challenge);
  const result = useStudioState(dance.store, (state) => state.result);

  const hasTurns = useStudioState(dance.store, (state) => state.turns !== null);
  // Two who take turns see their scoreboard first.
  const takeId = phase === 'done' && !hasTurns ? (result?.takeId ?? null) : null;
  useEffect(() => {
    // The dance itself is over: Back leads to the picker, not into it again.
    if (takeId !== null) navigate({ screen: 'result', takeId }, { replace: true });
  }, [takeId, navigate]);

  const leave = (): void => navigate({ screen: 'dance', challengeId: null });
  const isRunning = phase === 'playing' || phase === 'counting' || phase === 'resuming';
  const press = (): void => {
    if (phase === 'framing') void dance.start();
    else if (phase === 'paused') dance.resume();
    else if (phase === 'handover') dance.nextTurn();
    else if (isRunning) dance.pause();
  };
  const stepBack = (): void => {
    if (isRunning) dance.pause();
    else leave();
  };
  useKeys({ ' ': press, Enter: press, Escape: stepBack });

  return (
    <>
      <ScreenHeading hidden>
        {challenge === null ? t('dance.title') : t('dance.play', { title: localized(challenge.title) })}
      </ScreenHeading>
      <StageLayout
        canvas={session.canvas}
        canvasKey={session.canvasKey}
        label={t('dance.stage')}
        overlay={<DanceOverlay source={session.source} onOpen={session.open} onLeave={leave} />}
        bar={<FloorBar />}
        left={<ChallengeColumn onLeave={leave} />}
        right={<ScoreColumn />}
      />
      <Announcements />
    </>
  );
}

function Announcements(): ReactElement {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const phase = useStudioState(dance.store, (state) => state.phase);
  const framing = useStudioState(dance.store, (state) => state.framing);
  const countdown = useStudioState(dance.store, (state) => state.countdown);
  const verdict = useStudioState(dance.store, (state) => state.lastVerdict);
  const isPlaying = phase === 'playing';
  const message =
    phase === 'framing'
      ? t(`dance.framing.${framing}`)
      : (phase === 'counting' || phase === 'resuming') && countdown !== null
        ? String(countdown)
        : isPlaying && verdict !== null
          ? t(`dance.judgement.${verdict.judgement}`)
          : phase === 'judging'
            ? t('dance.judging')
            : '';
  return <LiveRegion message={message} minIntervalMs={phase === 'counting' ? 0 : JUDGEMENT_SPEECH_MS} />;
}
