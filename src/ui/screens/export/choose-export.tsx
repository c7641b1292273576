/** What is to be made, what it will be, and the act. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportChoice, ExportForecast, ExportGroup, ExportPreset } from '../../../studio/exporter';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { RadioRow } from '../../components/radio-row';
import { Switch } from '../../components/switch';
import { Thumbnail } from '../../components/thumbnail';
import { useStudio, useStudioState } from '../../studio-context';
import { ChooseCover } from './choose-cover';
import { ChoosePreset } from './choose-preset';
import { ChooseRange } from './choose-range';
import { CustomOptions } from './custom-options';
import { Forecast } from './forecast';
import { Interrupted } from './interrupted';
import { Problems } from './problems';
import styles from './export-screen.module.css';

const GROUPS: readonly ExportGroup[] = ['film', 'service', 'other'];

/** What was chosen last stays chosen. */
export function ChooseExport(props: {
  projectId: string;
  onStart: (choice: ExportChoice) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const { presets } = exporter;
  const last = useStudioState(exporter.store, (state) => state.choice);
  const [choice, setChoice] = useState<ExportChoice>(last ?? { presetId: presets[0]?.id ?? '' });
  const { forecast, refresh } = useForecast(props.projectId, choice);
  const preset = presets.find(({ id }) => id === choice.presetId);
  const [group, setGroup] = useState<ExportGroup>(preset?.group ?? 'film');
  const change = (patch: Partial<ExportChoice>): void => setChoice((before) => ({ ...before, ...patch }));
  const isBlocked = forecast?.problems.some(({ isFatal }) => isFatal) === true;

  return (
    <div className={styles.choosing}>
      <div className={styles.poster}>
        {preset?.kind === 'cover' ? (
          <ChooseCover
            projectId={props.projectId}
            duration={forecast?.filmDuration ?? 0}
            at={choice.coverAt ?? 0}
            onAt={(coverAt) => change({ coverAt })}
          />
        ) : (
          <Thumbnail kind="project" id={props.projectId} />
        )}
      </div>
      <div className={styles.body}>
        <Interrupted projectId={props.projectId} />
        <RadioRow
          label={t('export.group')}
          value={group}
          options={GROUPS.map((value) => ({ value, label: t(`export.groups.${value}`) }))}
          onChange={(next) => {
            setGroup(next);
            const first = presets.find((each) => each.group === next);
            if (first !== undefined && preset?.group !== next) change({ presetId: first.id });
          }}
        />
        <ChoosePreset
          presets={presets.filter((each) => each.group === group)}
          chosen={choice.presetId}
          onChoose={(presetId) => change({ presetId })}
        />
        {preset?.id === 'custom' ? (
          <CustomOptions
            custom={choice.custom ?? { shortSide: 720, fps: 30, videoBitrate: preset.videoBitrate }}
            onChange={(custom) => change({ custom })}
          />
        ) : null}
        {preset === undefined || preset.kind === 'cover' ? null : (
          <ChooseRange
            duration={forecast?.filmDuration ?? null}
            range={choice.range}
            onRange={(range) => setChoice(withRange(choice, range))}
          />
        )}
        {hasPicture(preset) ? (
          <Switch
            label={t('export.watermark')}
            hint={t('export.watermarkHint')}
            checked={choice.watermark === true}
            onChange={(watermark) => change({ watermark })}
          />
        ) : null}
        <Problems
          projectId={props.projectId}
          choice={choice}
          problems={forecast?.problems ?? []}
          onMended={(next) => {
            setChoice(next);
            refresh();
          }}
        />
        <Forecast forecast={forecast} />
        <div className={styles.act}>
          <Button
            tone="primary"
            size="large"
            wide
            disabled={preset === undefined || isBlocked}
            onClick={() => props.onStart(choice)}
          >
            {t(startKey(preset, forecast))}
          </Button>
        </div>
        <p className={styles.hint}>
          <Icon name="shield" size={20} />
          {t('export.private')}
        </p>
      </div>
    </div>
  );
}

function hasPicture(preset: ExportPreset | undefined): boolean {
  return preset !== undefined && preset.kind !== 'sound';
}

function withRange(choice: ExportChoice, range: ExportChoice['range']): ExportChoice {
  const { range: _before, ...rest } = choice;
  return range === undefined ? rest : { ...rest, range };
}

/** Nothing has to be made of what is there already. */
function startKey(
  preset: ExportPreset | undefined,
  forecast: ExportForecast | null,
): 'export.show' | 'export.startSound' | 'export.startCover' | 'export.start' {
  if (forecast !== null && forecast.made !== null) return 'export.show';
  if (preset?.kind === 'sound') return 'export.startSound';
  return preset?.kind === 'cover' ? 'export.startCover' : 'export.start';
}

/** Looking into films takes a moment: not with every movement of a slider. */
const SETTLE_MS = 250;

/** What the file will be; null until known. A film that cannot be foretold says so when it is started. */
function useForecast(
  projectId: string,
  choice: ExportChoice,
): { forecast: ExportForecast | null; refresh: () => void } {
  const { exporter } = useStudio();
  const [forecast, setForecast] = useState<ExportForecast | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      exporter.forecast(projectId, choice).then(
        (found) => {
          if (isCurrent) setForecast(found);
        },
        () => {
          if (isCurrent) setForecast(null);
        },
      );
    }, SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [exporter, projectId, choice, round]);
  return { forecast, refresh: () => setRound((before) => before + 1) };
}
