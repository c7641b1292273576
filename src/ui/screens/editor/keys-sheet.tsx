/** The list of keys. */
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/sheet';
import { SHORTCUTS } from './editor-keys';
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

/** Opens with `?`. */
export function KeysSheet(props: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  const nameOf = (key: string): string => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return key in KEY_NAMES ? t(KEY_NAMES[key as keyof typeof KEY_NAMES]) : key;
  };
  return (
    <Sheet open={props.open} onClose={props.onClose} title={t('editor.keysTitle')}>
      {/* The focus must be able to scroll the list. */}
      <dl className={styles.keys} tabIndex={0} aria-label={t('editor.keysTitle')}>
        {SHORTCUTS.map(({ action, keys }) => (
          <div key={action} className={styles.keyLine}>
            <dt>{t(`editor.action.${action}`)}</dt>
            <dd className={styles.keyNames}>
              {keys.map((combination, index) => (
                <Fragment key={combination.join('+')}>
                  {index === 0 ? null : <span className={styles.or}>{t('editor.or')}</span>}
                  {combination.map((key) => (
                    <kbd key={key} className={styles.kbd}>
                      {nameOf(key)}
                    </kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.keysHint}>{t('editor.keysHint')}</p>
    </Sheet>
  );
}
