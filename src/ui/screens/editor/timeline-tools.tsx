/** The buttons above the timeline: cutting, ordering, zooming. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button';
import type { IconName } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import { canDo, type EditorActions } from './editor-actions';
import type { EditorAction } from './editor-keys';
import styles from './timeline.module.css';

const CUTTING: readonly (readonly [EditorAction, IconName])[] = [
  ['split', 'split'],
  ['cutToBeat', 'beat'],
  ['trimStart', 'trim-start'],
  ['trimEnd', 'trim-end'],
  ['delete', 'trash'],
  ['duplicate', 'copy'],
  ['moveEarlier', 'back'],
  ['moveLater', 'forward'],
];

const VIEWING: readonly (readonly [EditorAction, IconName])[] = [
  ['zoomOut', 'zoom-out'],
  ['zoomFit', 'zoom-fit'],
  ['zoomIn', 'zoom-in'],
];

/** Everything that dragging does, without dragging. */
export function TimelineTools(props: { actions: EditorActions; snaps: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('editor.tools')}>
      <div className={styles.toolGroup}>
        {CUTTING.map(([action, icon]) => (
          <Tool key={action} action={action} icon={icon} actions={props.actions} />
        ))}
      </div>
      <div className={styles.toolGroup}>
        <Tool action="snap" icon="magnet" actions={props.actions} pressed={props.snaps} />
        {VIEWING.map(([action, icon]) => (
          <Tool key={action} action={action} icon={icon} actions={props.actions} />
        ))}
        <Tool action="help" icon="keyboard" actions={props.actions} className={styles.pointerOnly} />
      </div>
    </div>
  );
}

function Tool(props: {
  action: EditorAction;
  icon: IconName;
  actions: EditorActions;
  pressed?: boolean;
  className?: string | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { action } = props;
  const isPossible = useStudioState(editor.store, (state) => canDo(action, state));
  return (
    <IconButton
      icon={props.icon}
      label={t(`editor.action.${action}`)}
      className={props.className}
      pressed={props.pressed}
      // Stays in the order of focus: a tool that turns off under the finger must not drop the focus.
      data-tour={action === 'cutToBeat' ? 'beat' : undefined}
      aria-disabled={!isPossible || undefined}
      onClick={() => isPossible && props.actions[action]()}
    />
  );
}
