/** Looks: a whole stack with one press. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Icon } from '../../../components/icons';
import { useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { placedItems } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import styles from './panels.module.css';

/** The look that is on is marked; another one replaces it. */
export function LooksPanel(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, editor } = useStudio();
  const { effectName } = useItemNames();
  const project = useStudioState(editor.store, (state) => state.project);
  if (project === null) return null;
  const stack = placedItems(project, 'effects').filter((placed) => placed.kind === 'effects');
  const ids = stack.map(({ item }) => item.effect.effectId).join();
  const clear = (): void => {
    editor.beginGesture(EDIT_NAMES.applyLook);
    for (const { item } of stack) editor.deleteItem(item.id);
    editor.endGesture();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{t('editor.looksHint')}</p>
      <ul className={styles.lines}>
        <LookLine name={t('editor.noLook')} isOn={stack.length === 0} onPress={clear} />
        {catalogue.looks.map((look) => (
          <LookLine
            key={look.id}
            name={localized(look.name)}
            facts={look.stack.map(({ effectId }) => effectName(effectId)).join(' · ')}
            isOn={stack.length > 0 && look.stack.map(({ effectId }) => effectId).join() === ids}
            onPress={() => editor.applyLook(look.id)}
          />
        ))}
      </ul>
    </div>
  );
}

function LookLine(props: { name: string; facts?: string; isOn: boolean; onPress: () => void }): ReactElement {
  return (
    <li>
      <button type="button" className={styles.line} aria-pressed={props.isOn} onClick={props.onPress}>
        <span className={styles.lineWords}>
          <span className={styles.lineName}>{props.name}</span>
          {props.facts === undefined ? null : <span className={styles.hint}>{props.facts}</span>}
        </span>
        {props.isOn ? <Icon name="check" size={20} /> : null}
      </button>
    </li>
  );
}
