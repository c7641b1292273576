/** The head of the editor: the way back, the film's name, undo, whether all is saved, and the way on. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button';
import { Icon } from '../../components/icons';
import { NameDialog } from '../../components/name-dialog';
import { ScreenHeading } from '../../components/screen-heading';
import { ButtonLink, Link } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import type { EditorActions } from './editor-actions';
import { useStepName } from './step-name';
import styles from './editor-screen.module.css';

/** One line; the name opens the question for another one. */
export function EditorHeader(props: { projectId: string; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const name = useStudioState(editor.store, (state) => state.project?.name ?? '');
  const [isNaming, setNaming] = useState(false);
  return (
    <header className={styles.header}>
      <Link
        to={{ screen: 'library' }}
        className={styles.back}
        aria-label={t('common.library')}
        title={t('common.library')}
      >
        <Icon name="back" />
      </Link>
      <ScreenHeading hidden tabTitle={t('editor.tabTitle', { name, interpolation: { escapeValue: false } })}>
        {t('editor.title')}
      </ScreenHeading>
      <div className={styles.naming}>
        <button
          type="button"
          className={styles.filmName}
          aria-label={t('editor.rename', { name })}
          onClick={() => setNaming(true)}
        >
          <span className={styles.filmNameText}>{name}</span>
          <Icon name="edit" size={16} />
        </button>
        <SavedState />
      </div>
      <div className={styles.headerTools}>
        <HistoryButtons actions={props.actions} />
      </div>
      <ButtonLink
        to={{ screen: 'export', projectId: props.projectId }}
        tone="primary"
        className={styles.exportLink}
        data-tour="export"
      >
        {t('editor.export')}
      </ButtonLink>
      <NameDialog
        open={isNaming}
        title={t('editor.renameTitle')}
        label={t('editor.name')}
        name={name}
        onClose={() => setNaming(false)}
        onName={(next) => editor.rename(next)}
      />
    </header>
  );
}

function SavedState(): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const saved = useStudioState(editor.store, (state) => state.saved);
  const words = {
    saved: t('editor.saved'),
    saving: t('editor.saving'),
    failed: t('editor.saveFailed'),
  };
  return (
    <span className={styles.saved} data-state={saved} role="status">
      <Icon name={saved === 'failed' ? 'warning' : saved === 'saving' ? 'more' : 'check'} size={16} />
      {words[saved]}
    </span>
  );
}

function HistoryButtons({ actions }: { actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const stepName = useStepName();
  const undoName = useStudioState(editor.store, (state) => state.undoName);
  const redoName = useStudioState(editor.store, (state) => state.redoName);
  const canUndo = useStudioState(editor.store, (state) => state.canUndo);
  const canRedo = useStudioState(editor.store, (state) => state.canRedo);
  return (
    <>
      <IconButton
        icon="undo"
        label={undoName === null ? t('editor.undoNothing') : t('editor.undo', { step: stepName(undoName) })}
        aria-disabled={!canUndo || undefined}
        onClick={() => canUndo && actions.undo()}
      />
      <IconButton
        icon="redo"
        label={redoName === null ? t('editor.redoNothing') : t('editor.redo', { step: stepName(redoName) })}
        aria-disabled={!canRedo || undefined}
        onClick={() => canRedo && actions.redo()}
      />
    </>
  );
}
