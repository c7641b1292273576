/** Practice: loop a few moves, slower, with less and less help. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../components/live-region';
import { ScreenHeading } from '../../components/screen-heading';
import { StageLayout } from '../../components/stage-layout';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useKeys } from '../../use-keys';
import { useIsWide } from '../../use-media-query';
import { PracticeBar } from './practice-bar';
import { PracticeChoices } from './practice-choices';
import { PracticeMoves } from './practice-moves';
import { PracticeOverlay } from './practice-overlay';
import { usePracticeSession } from './use-practice-session';

/** A judgement a beat would never stop talking. */
const SPEECH_MS = 2500;

/** One challenge, as slowly and as often as it takes. */
export function PracticeScreen(props: {
  challengeId: string;
  moves: { readonly from: number; readonly to: number } | null;
}): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { practice } = useStudio();
  const navigate = useNavigate();
  const isWide = useIsWide();
  const session = usePracticeSession(props.challengeId, props.moves?.from ?? null, props.moves?.to ?? null);
  const phase = useStudioState(practice.store, (state) => state.phase);
  const challenge = useStudioState(practice.store, (state) => state.challenge);
  const verdict = useStudioState(practice.store, (state) => state.lastVerdict);
  const leave = (): void => navigate({ screen: 'dance', challengeId: null });
  const isRunning = phase === 'counting' || phase === 'dancing';
  useKeys({
    ' ': () => void (isRunning ? practice.stop() : practice.start()),
    Escape: () => (isRunning ? void practice.stop() : leave()),
  });
  return (
    <>
      <ScreenHeading hidden>
        {challenge === null ? t('practice.title') : t('practice.of', { title: localized(challenge.title) })}
      </ScreenHeading>
      <StageLayout
        canvas={session.canvas}
        canvasKey={session.canvasKey}
        label={t('practice.stage')}
        overlay={<PracticeOverlay source={session.source} onOpen={session.open} onLeave={leave} />}
        bar={<PracticeBar challengeId={props.challengeId} hasChoices={!isWide} />}
        left={<PracticeChoices onLeave={leave} />}
        right={<PracticeMoves />}
      />
      <LiveRegion
        message={verdict === null ? '' : t(`dance.judgement.${verdict.judgement}`)}
        minIntervalMs={SPEECH_MS}
      />
    </>
  );
}
