/** Create: camera or demo dancer, effects, music, and the take. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../components/live-region';
import { ScreenHeading } from '../../components/screen-heading';
import { Sheet } from '../../components/sheet';
import { StageLayout } from '../../components/stage-layout';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useImportClip } from '../../use-import-clip';
import { useKeys } from '../../use-keys';
import { useIsWide } from '../../use-media-query';
import { CaptureBar } from './capture-bar';
import { EffectsPanel } from './effects-panel';
import { MusicPanel } from './music-panel';
import { OptionsPanel } from './options-panel';
import { LeftColumn, RightColumn, type PanelName } from './side-columns';
import { StageOverlay } from './stage-overlay';
import { useLiveSession } from './use-live-session';

/** The camera is the hero; everything else floats or stands beside it. */
export function CreateScreen(): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const navigate = useNavigate();
  const isWide = useIsWide();
  const session = useLiveSession();
  const { task: importing, importClip } = useImportClip();
  const phase = useStudioState(live.store, (state) => state.phase);
  const [panel, setPanel] = useState<PanelName | null>(null);

  const press = (): void => {
    if (phase === 'recording' || phase === 'counting') void live.stop();
    else void live.record();
  };
  const stepBack = (event: KeyboardEvent): void => {
    if (phase === 'recording' || phase === 'counting') void live.stop();
    else if (event.target instanceof HTMLElement && event.target.closest('[data-panel]') !== null) {
      // The first Esc leaves the panel, the second the screen.
      event.target.blur();
    } else navigate({ screen: 'home' });
  };
  useKeys({ ' ': press, Enter: press, Escape: stepBack });

  const shown = isWide ? (panel ?? 'effects') : panel;
  const content =
    shown === 'music' ? (
      <MusicPanel />
    ) : shown === 'options' ? (
      <OptionsPanel source={session.source} onOpen={session.open} />
    ) : (
      <EffectsPanel />
    );
  const titles = { music: t('create.music'), options: t('create.devices'), effects: t('create.effects') };

  return (
    <>
      <ScreenHeading hidden>{t('create.title')}</ScreenHeading>
      <StageLayout
        canvas={session.canvas}
        canvasKey={session.canvasKey}
        label={session.source === 'demo' ? t('create.stageDemo') : t('create.stage')}
        isTaking={phase === 'counting' || phase === 'recording' || phase === 'saving'}
        overlay={
          <StageOverlay
            source={session.source}
            onOpen={session.open}
            onPanel={setPanel}
            importing={importing}
            onImport={importClip}
          />
        }
        bar={
          <CaptureBar onPress={press} onPanel={setPanel} onImport={importClip} isImporting={importing.busy} />
        }
        left={<LeftColumn session={session} onImport={importClip} isImporting={importing.busy} />}
        right={
          <RightColumn shown={shown === 'music' ? 'music' : 'effects'} onShow={setPanel}>
            {shown === 'options' ? <EffectsPanel /> : content}
          </RightColumn>
        }
      />
      {isWide ? null : (
        <Sheet
          open={panel !== null}
          onClose={() => setPanel(null)}
          title={titles[panel ?? 'effects']}
          kind={panel === 'effects' ? 'tray' : 'modal'}
        >
          {content}
        </Sheet>
      )}
      <Announcements />
    </>
  );
}

function Announcements(): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const phase = useStudioState(live.store, (state) => state.phase);
  const countdown = useStudioState(live.store, (state) => state.countdown);
  const finishedTakeId = useStudioState(live.store, (state) => state.finishedTakeId);
  const message =
    phase === 'counting' && countdown !== null
      ? String(countdown)
      : phase === 'recording'
        ? t('create.recording')
        : finishedTakeId !== null
          ? t('create.takeSaved')
          : '';
  return <LiveRegion message={message} />;
}
