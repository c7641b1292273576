/** The list of keys: to read, to search, and to change. */
import { Fragment, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { IconButton } from '../../components/icon-button';
import { Icon } from '../../components/icons';
import { LiveRegion } from '../../components/live-region';
import { Sheet } from '../../components/sheet';
import { useStudio, useStudioState } from '../../studio-context';
import { combinationOf, type Combination, type EditorAction } from './editor-keys';
import { boundActions, rebind, restore, type KeyBindings } from './key-bindings';
import panels from './panels/panels.module.css';
import styles from './editor-screen.module.css';

const KEY_NAMES = {
  Space: 'editor.key.space',
  Delete: 'editor.key.delete',
  Backspace: 'editor.key.backspace',
  Home: 'editor.key.home',
  End: 'editor.key.end',
  Esc: 'editor.key.esc',
  Shift: 'editor.key.shift',
  Alt: 'editor.key.alt',
} as const;

/** Keys that are nothing by themselves, and the one that leaves the field. */
const NOT_KEYS: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'Tab'];

/** Opens with `?`. */
export function KeysSheet(props: { open: boolean; onClose: () => void; onTour: () => void }): ReactElement {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const bindings = useStudioState(settings.store, (state) => state.keyBindings);
  const [search, setSearch] = useState('');
  const [waiting, setWaiting] = useState<EditorAction | null>(null);
  const [message, setMessage] = useState('');
  const keyName = useKeyName();
  const nameOf = (action: EditorAction): string => t(`editor.action.${action}`);
  const spoken = (combination: Combination): string => combination.map(keyName).join(' ');
  const change = (next: KeyBindings): void => settings.change({ keyBindings: next });

  useKeyPress(waiting !== null, (combination) => {
    if (waiting === null) return;
    setWaiting(null);
    if (combination === null) return;
    const { bindings: next, lost } = rebind(bindings, waiting, combination);
    change(next);
    setMessage(
      lost === null
        ? t('editor.keySet', { name: nameOf(waiting), key: spoken(combination) })
        : t('editor.keyTaken', { name: nameOf(waiting), key: spoken(combination), other: nameOf(lost) }),
    );
  });

  const wanted = search.trim().toLocaleLowerCase();
  const shown = boundActions(bindings).filter(
    ({ action, keys }) =>
      wanted === '' ||
      nameOf(action).toLocaleLowerCase().includes(wanted) ||
      keys.some((combination) => spoken(combination).toLocaleLowerCase().includes(wanted)),
  );
  return (
    <Sheet open={props.open} onClose={props.onClose} title={t('editor.keysTitle')}>
      <label className={panels.search}>
        <Icon name="search" size={20} />
        <input
          className={panels.searchInput}
          type="search"
          value={search}
          aria-label={t('editor.keysSearch')}
          placeholder={t('editor.keysSearch')}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <p className={styles.keysHint} aria-hidden="true">
        {message}
      </p>
      <LiveRegion message={message} />
      {shown.length === 0 ? <p className={styles.keysHint}>{t('editor.nothingFound')}</p> : null}
      {/* The focus must be able to scroll the list. */}
      <dl className={styles.keys} tabIndex={0} aria-label={t('editor.keysTitle')}>
        {shown.map(({ action, keys, isChanged }) => (
          <div key={action} className={styles.keyLine}>
            <dt>{nameOf(action)}</dt>
            <dd className={styles.keyNames}>
              {waiting === action ? (
                <span className={styles.waiting} role="status">
                  {t('editor.keyWaiting')}
                </span>
              ) : (
                <Combinations keys={keys} />
              )}
              <IconButton
                icon="edit"
                label={t('editor.keyChange', { name: nameOf(action) })}
                pressed={waiting === action}
                onClick={() => setWaiting(waiting === action ? null : action)}
              />
              {isChanged ? (
                <IconButton
                  icon="restart"
                  label={t('editor.keyRestore', { name: nameOf(action) })}
                  onClick={() => change(restore(bindings, action))}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.keysHint}>{t('editor.keysHint')}</p>
      <div className={panels.actions}>
        {Object.keys(bindings).length === 0 ? null : (
          <Button icon="restart" onClick={() => change({})}>
            {t('editor.keysRestore')}
          </Button>
        )}
        <Button icon="help" onClick={props.onTour}>
          {t('editor.tour.again')}
        </Button>
      </div>
    </Sheet>
  );
}

function Combinations({ keys }: { keys: readonly Combination[] }): ReactElement {
  const { t } = useTranslation();
  const keyName = useKeyName();
  if (keys.length === 0) return <span className={styles.or}>{t('editor.keyNone')}</span>;
  return (
    <>
      {keys.map((combination, index) => (
        <Fragment key={combination.join('+')}>
          {index === 0 ? null : <span className={styles.or}>{t('editor.or')}</span>}
          {combination.map((key) => (
            <kbd key={key} className={styles.kbd}>
              {keyName(key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </>
  );
}

function useKeyName(): (key: string) => string {
  const { t } = useTranslation();
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (key) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return key in KEY_NAMES ? t(KEY_NAMES[key as keyof typeof KEY_NAMES]) : key;
  };
}

/** Hears the next key before anything else does; null for Escape, which changes nothing. */
function useKeyPress(isWaiting: boolean, onPress: (combination: Combination | null) => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    const onKey = (event: KeyboardEvent): void => {
      if (NOT_KEYS.includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      onPress(event.key === 'Escape' ? null : combinationOf(event));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });
}
