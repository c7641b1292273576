/** What belongs to the film as a whole: its shape, its loop, and the template that it can be. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGE_SIZES, shapeOf, type StageShape } from '../../../../studio/editor-facts';
import { Button } from '../../../components/button';
import { RadioRow } from '../../../components/radio-row';
import { useStudio, useStudioState } from '../../../studio-context';
import { Fold } from './fold';
import { LoopCheck } from './loop-check';
import styles from './panels.module.css';

const SHAPES = Object.keys(STAGE_SIZES) as StageShape[];

export function FilmFields(): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const shape = useStudioState(editor.store, ({ project }) =>
    project === null ? null : shapeOf(project.size),
  );
  return (
    <Fold title={t('editor.film')}>
      <RadioRow
        label={t('editor.shape')}
        value={shape ?? ''}
        options={SHAPES.map((value) => ({ value, label: value }))}
        onChange={(value) => {
          const chosen = SHAPES.find((each) => each === value);
          if (chosen !== undefined) editor.setShape(chosen);
        }}
      />
      <LoopCheck />
      <Button icon="share" onClick={() => editor.saveTemplate()}>
        {t('editor.saveTemplate')}
      </Button>
      <p className={styles.hint}>{t('editor.saveTemplateHint')}</p>
    </Fold>
  );
}
