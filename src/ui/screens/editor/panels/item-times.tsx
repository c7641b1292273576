/** Where an item begins and ends, without dragging. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addFlicks, toFlicks, toSeconds } from '../../../../core/time';
import { useStudio, useStudioState } from '../../../studio-context';
import type { PlacedItem } from '../timeline-rows';
import { SecondsField } from './seconds-field';
import styles from './panels.module.css';

/** Two times of the film; for a clip, of its take. */
export function ItemTimes({ placed }: { placed: PlacedItem }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const fps = useStudioState(editor.store, (state) => state.project?.fps ?? 30);
  const { item } = placed;
  const end = addFlicks(item.start, item.duration);
  if (placed.kind === 'video') {
    const { sourceStart, speed, id, start, duration } = placed.item;
    const sourceEnd = sourceStart + toSeconds(duration) * speed;
    // The clip keeps its place in the row, so a time of its take stands for a time of the film.
    // It may lie before the film's start: a first clip that is pulled out again.
    const trim = (edge: 'start' | 'end', source: number): void =>
      editor.trimClip(id, edge, toFlicks(toSeconds(start) + (source - sourceStart) / speed));
    return (
      <div className={styles.pair}>
        <SecondsField
          label={t('editor.sourceFrom')}
          value={sourceStart}
          step={speed / fps}
          onChange={(source) => trim('start', source)}
        />
        <SecondsField
          label={t('editor.sourceTo')}
          value={sourceEnd}
          step={speed / fps}
          onChange={(source) => trim('end', source)}
        />
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <SecondsField
        label={t('editor.from')}
        value={toSeconds(item.start)}
        step={1 / fps}
        onChange={(seconds) => editor.trimItem(item.id, 'start', toFlicks(seconds))}
      />
      <SecondsField
        label={t('editor.to')}
        value={toSeconds(end)}
        step={1 / fps}
        onChange={(seconds) => editor.trimItem(item.id, 'end', toFlicks(seconds))}
      />
    </div>
  );
}
