/** The sizes a film can have, and the act. */
import { useEffect, useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportPreset } from '../../../studio/exporter';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { Thumbnail } from '../../components/thumbnail';
import { formatBytes } from '../../format';
import { useLocale, useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './export-screen.module.css';

/** The size chosen last stays chosen. */
export function ChooseSize(props: { projectId: string; onStart: (presetId: string) => void }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const { presets } = exporter;
  const lastId = useStudioState(exporter.store, (state) => state.presetId);
  const [chosen, setChosen] = useState(lastId ?? presets[0]?.id ?? '');
  const group = useId();
  return (
    <div className={styles.choosing}>
      <div className={styles.poster}>
        <Thumbnail kind="project" id={props.projectId} />
      </div>
      <div className={styles.body}>
        <p>{t('export.ready')}</p>
        <fieldset className={styles.presets}>
          <legend className={styles.legend}>{t('export.preset')}</legend>
          {presets.map((preset) => (
            <PresetCard
              key={preset.id}
              group={group}
              preset={preset}
              projectId={props.projectId}
              checked={preset.id === chosen}
              onChoose={() => setChosen(preset.id)}
            />
          ))}
        </fieldset>
        <Button
          tone="primary"
          size="large"
          wide
          disabled={chosen === ''}
          onClick={() => props.onStart(chosen)}
        >
          {t('export.start')}
        </Button>
        <p className={styles.hint}>
          <Icon name="shield" size={20} />
          {t('export.private')}
        </p>
      </div>
    </div>
  );
}

function PresetCard(props: {
  group: string;
  preset: ExportPreset;
  projectId: string;
  checked: boolean;
  onChoose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const localized = useLocalized();
  const { preset, projectId } = props;
  const bytes = useEstimate(projectId, preset.id);
  return (
    <label className={styles.preset}>
      <input
        className={styles.radio}
        type="radio"
        name={props.group}
        checked={props.checked}
        onChange={props.onChoose}
      />
      <span className={styles.presetName}>{localized(preset.name)}</span>
      <span className={styles.presetSize}>
        {bytes === null ? '' : t('export.about', { size: formatBytes(bytes, locale) })}
      </span>
      <span className={styles.presetFacts}>
        {t('export.facts', { width: preset.size.width, height: preset.size.height, fps: preset.fps })}
      </span>
    </label>
  );
}

/** Expected bytes; null until known. A film that cannot be estimated says so when it is started. */
function useEstimate(projectId: string, presetId: string): number | null {
  const { exporter } = useStudio();
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    exporter.estimateBytes(projectId, presetId).then(
      (estimate) => {
        if (isCurrent) setBytes(estimate);
      },
      () => {
        if (isCurrent) setBytes(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [exporter, projectId, presetId]);
  return bytes;
}
