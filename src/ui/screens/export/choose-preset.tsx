/** Kinds of files as cards, one of which is chosen. */
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreset } from '../../../studio/exporter';
import { useLocalized } from '../../localized';
import styles from './export-screen.module.css';

export function ChoosePreset(props: {
  presets: readonly ExportPreset[];
  chosen: string;
  onChoose: (presetId: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const group = useId();
  return (
    <fieldset className={styles.presets}>
      <legend className={styles.legend}>{t('export.preset')}</legend>
      {props.presets.map((preset) => (
        <label key={preset.id} className={styles.preset}>
          <input
            className={styles.radio}
            type="radio"
            value={preset.id}
            name={group}
            checked={preset.id === props.chosen}
            onChange={() => props.onChoose(preset.id)}
          />
          <span className={styles.presetName}>{localized(preset.name)}</span>
          <span className={styles.presetFacts}>{factsOf(preset)}</span>
        </label>
      ))}
    </fieldset>
  );

  function factsOf({ kind, size, fps, id }: ExportPreset): string {
    if (id === 'custom') return t('export.customHint');
    if (kind === 'sound') return t('export.soundHint');
    const { width, height } = size;
    return kind === 'cover' ? `${width} × ${height}` : t('export.facts', { width, height, fps });
  }
}
