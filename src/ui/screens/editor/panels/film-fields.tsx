/** What belongs to the film as a whole: its shape. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGE_SIZES, shapeOf, type StageShape } from '../../../../studio/item-numbers';
import { RadioRow } from '../../../components/radio-row';
import { useStudio, useStudioState } from '../../../studio-context';
import { Fold } from './fold';

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
    </Fold>
  );
}
