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
  const estimate = useEstimate(projectId, preset.id);
  // Until the film is known, as for an upright one.
  const { width, height } = estimate?.size ?? preset.size;
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
        {estimate === null ? '' : t('export.about', { size: formatBytes(estimate.bytes, locale) })}
      </span>
      <span className={styles.presetFacts}>{t('export.facts', { width, height, fps: preset.fps })}</span>
    </label>
  );
}

interface Estimate {
  readonly bytes: number;
  readonly size: { readonly width: number; readonly height: number };
}

/** What the file will be; null until known. A film that cannot be estimated says so when it is started. */
function useEstimate(projectId: string, presetId: string): Estimate | null {
  const { exporter } = useStudio();
  const [estimate, setEstimate] = useState<Estimate | null>(null);
  useEffect(() => {
    let isCurrent = true;
    exporter.estimate(projectId, presetId).then(
      (found) => {
        if (isCurrent) setEstimate(found);
      },
      () => {
        if (isCurrent) setEstimate(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [exporter, projectId, presetId]);
  return estimate;
}
