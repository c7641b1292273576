/** The stack of effects, and the catalogue to add from. All of it comes from the definitions. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { useStudio, useStudioState } from '../../../studio-context';
import { placedItems } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import { AddEffect } from './add-effect';
import { CompareButton } from './compare-button';
import { EffectCard } from './effect-card';
import styles from './panels.module.css';
import tiles from './tiles.module.css';

/** An empty stack shows the catalogue at once. */
export function EffectsPanel(): ReactElement | null {
  const { t } = useTranslation();
  const { catalogue, editor, effectShelf } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const { effectName } = useItemNames();
  const [isAdding, setAdding] = useState(false);
  if (project === null) return null;
  const stack = placedItems(project, 'effects').filter((placed) => placed.kind === 'effects');
  const add = (effectId: string): void => {
    editor.select(editor.addEffect(effectId));
    effectShelf.noteUsed(effectId);
    setAdding(false);
  };

  if (isAdding || stack.length === 0)
    return (
      <div className={styles.panel}>
        {stack.length === 0 ? (
          <p className={styles.hint}>{t('editor.effectsNone')}</p>
        ) : (
          <Button tone="quiet" icon="back" className={styles.backButton} onClick={() => setAdding(false)}>
            {t('editor.backToStack')}
          </Button>
        )}
        <AddEffect onAdd={add} />
      </div>
    );
  return (
    <div className={styles.panel}>
      <div className={tiles.bar}>
        <Button icon="plus" className={tiles.grow} onClick={() => setAdding(true)}>
          {t('editor.addEffect')}
        </Button>
        <CompareButton disabled={false} />
      </div>
      {stack.length > 1 ? <p className={styles.hint}>{t('editor.effectOrder')}</p> : null}
      <ol className={styles.stack}>
        {stack.map((placed) => (
          <EffectCard
            key={placed.item.id}
            placed={placed}
            definition={catalogue.find(placed.item.effect.effectId, project.imports)}
            name={effectName(placed.item.effect.effectId)}
          />
        ))}
      </ol>
    </div>
  );
}
