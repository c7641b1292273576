/** The editor: stage, transport, timeline, panels. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../components/live-region';
import { ErrorMessage } from '../../components/message';
import { Screen } from '../../components/screen';
import { Sheet } from '../../components/sheet';
import { ButtonLink } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useIsWide } from '../../use-media-query';
import { AddClipSheet } from './add-clip-sheet';
import { canDo, createEditorActions } from './editor-actions';
import { EditorHeader } from './editor-header';
import { EditorStage } from './editor-stage';
import { FileDrop } from './file-drop';
import { KeysSheet } from './keys-sheet';
import { EditorPanel } from './panels/editor-panel';
import { PANEL_ID, PanelBar, PanelTabs, type PanelName } from './panel-tabs';
import { useStepName } from './step-name';
import { Timeline } from './timeline';
import { findItem, type RowKind } from './timeline-rows';
import { Tour } from './tour';
import { TransportBar } from './transport-bar';
import { useBeats } from './use-beats';
import { useEditorKeys } from './use-editor-keys';
import { useEditorSession } from './use-editor-session';
import { useTimelineView } from './use-timeline-view';
import { useVoice } from './use-voice';
import styles from './editor-screen.module.css';

/** Opens the project and shows it; says why when it cannot be opened. */
export function EditorScreen({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  useEditorSession(projectId);
  const phase = useStudioState(editor.store, (state) => state.phase);
  const error = useStudioState(editor.store, (state) => state.error);
  if (phase === 'failed' && error !== null)
    return (
      <Screen title={t('editor.title')} back={{ screen: 'library' }}>
        <ErrorMessage error={error}>
          <ButtonLink to={{ screen: 'library' }} tone="primary" icon="library">
            {t('editor.makeProject')}
          </ButtonLink>
        </ErrorMessage>
      </Screen>
    );
  if (phase !== 'ready')
    return (
      <Screen title={t('editor.title')} back={{ screen: 'library' }}>
        <p className={styles.opening} role="status">
          {t('editor.opening')}
        </p>
      </Screen>
    );
  return <EditorDesk projectId={projectId} />;
}

/** The panel that belongs to a selected item. */
const PANEL_OF: Record<RowKind, PanelName> = {
  video: 'clip',
  text: 'text',
  stickers: 'stickers',
  effects: 'effects',
  music: 'music',
  voice: 'music',
};

function EditorDesk({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { editor, library, settings } = useStudio();
  const isWide = useIsWide();
  const view = useTimelineView();
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  // Names and pictures of takes, and own songs, come from the library.
  useEffect(() => void library.refresh(), [library]);
  useEffect(
    () =>
      editor.store.subscribe((state, before) => {
        if (state.selectedId === before.selectedId || state.project === null) return;
        const kind = findItem(state.project, state.selectedId)?.kind;
        if (kind === undefined) return;
        // On a phone the timeline stays in sight until a panel is asked for.
        setPanel((shown) => (shown === null && !isWide ? null : PANEL_OF[kind]));
      }),
    [editor, isWide],
  );

  const { zoomIn, zoomOut, fit, toggleSnap } = view;
  const { beats } = useBeats();
  const voice = useVoice();
  const actions = useMemo(
    () =>
      createEditorActions(editor, { zoomIn, zoomOut, fit, toggleSnap }, () => beats, {
        showHelp: () => setShowsKeys(true),
        marker: () => t('editor.markerNew'),
        recordVoice: voice.toggle,
      }),
    [editor, beats, zoomIn, zoomOut, fit, toggleSnap, voice.toggle, t],
  );
  useEditorKeys((action) => {
    if (canDo(action, editor.store.getState())) actions[action]();
  });

  const shown = isWide ? (panel ?? 'effects') : panel;
  const content =
    shown === null ? null : (
      <EditorPanel panel={shown} actions={actions} voice={voice} onAddClip={() => setAdding(true)} />
    );
  return (
    <FileDrop>
      <div className={styles.desk} data-tray={(!isWide && panel !== null) || undefined}>
        <EditorHeader projectId={projectId} actions={actions} />
        <main className={styles.main}>
          <EditorStage onAddClip={() => setAdding(true)} />
          <TransportBar actions={actions} />
          <Timeline view={view} actions={actions} onAddClip={() => setAdding(true)} />
        </main>
        {isWide ? (
          <aside className={styles.side} aria-label={t('editor.panels')}>
            <PanelTabs shown={shown} onShow={setPanel} />
            <div
              className={styles.panel}
              id={PANEL_ID}
              role="tabpanel"
              tabIndex={-1}
              aria-label={shown === null ? undefined : t(`editor.panel.${shown}`)}
            >
              {content}
            </div>
          </aside>
        ) : (
          <>
            <PanelBar shown={shown} onShow={setPanel} />
            <Sheet
              kind="tray"
              open={panel !== null}
              onClose={() => setPanel(null)}
              title={t(`editor.panel.${panel ?? 'effects'}`)}
            >
              {content}
            </Sheet>
          </>
        )}
        <AddClipSheet open={isAdding} onClose={() => setAdding(false)} />
        <KeysSheet
          open={showsKeys}
          onClose={() => setShowsKeys(false)}
          onTour={() => {
            setShowsKeys(false);
            settings.change({ tourSeen: false });
          }}
        />
        <Tour />
        <Announcements />
      </div>
    </FileDrop>
  );
}

/** Says what undo and redo did: the picture alone may not tell. */
function Announcements(): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const stepName = useStepName();
  const [message, setMessage] = useState('');
  useEffect(
    () =>
      editor.store.subscribe((state, before) => {
        if (state.project === before.project) return;
        if (
          before.undoName !== null &&
          state.redoName === before.undoName &&
          !before.canRedo &&
          state.canRedo
        )
          setMessage(t('editor.undone', { step: stepName(before.undoName) }));
        else if (
          before.redoName !== null &&
          state.undoName === before.redoName &&
          before.canRedo &&
          !state.canRedo
        )
          setMessage(t('editor.redone', { step: stepName(before.redoName) }));
        else setMessage(state.undoName === null ? '' : stepName(state.undoName));
      }),
    [editor, stepName, t],
  );
  return <LiveRegion message={message} minIntervalMs={1000} />;
}
