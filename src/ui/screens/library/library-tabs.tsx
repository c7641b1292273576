/** The lists of the library. */
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryKind } from '../../../studio/library';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './library-screen.module.css';

/** What the library can show: its three lists, and the challenges. */
export type LibraryShelf = LibraryKind | 'challenge';

const KINDS: readonly LibraryShelf[] = ['project', 'take', 'export', 'challenge'];

/** Arrows move between the tabs. */
export function LibraryTabs(props: {
  shown: LibraryShelf;
  onShow: (kind: LibraryShelf) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { library, maker } = useStudio();
  const { shown, onShow } = props;
  const counts = {
    project: useStudioState(library.store, (state) => state.projects.length),
    take: useStudioState(library.store, (state) => state.takes.length),
    export: useStudioState(library.store, (state) => state.exports.length),
    challenge: useStudioState(maker.store, (state) => state.challenges.length),
  };
  const names = {
    project: t('library.projects'),
    take: t('library.takes'),
    export: t('library.exports'),
    challenge: t('make.challenges'),
  };
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = KINDS[(KINDS.indexOf(shown) + step + KINDS.length) % KINDS.length] ?? 'project';
    onShow(next);
    event.currentTarget.querySelector<HTMLElement>(`#library-tab-${next}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('library.sections')} onKeyDown={move}>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          role="tab"
          id={`library-tab-${kind}`}
          className={styles.tab}
          aria-selected={kind === shown}
          aria-controls="library-list"
          tabIndex={kind === shown ? 0 : -1}
          onClick={() => onShow(kind)}
        >
          {names[kind]}
          <span className={styles.count}>{counts[kind]}</span>
        </button>
      ))}
    </div>
  );
}
