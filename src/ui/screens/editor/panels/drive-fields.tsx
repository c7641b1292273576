/** What a number follows, how much, how calmly, and which part of the source counts. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriveSource } from '../../../../effects/drive-source';
import type { Drive } from '../../../../effects/effect';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { Select } from '../../../components/select';
import { Slider } from '../../../components/slider';
import { formatPercent } from '../../../format';
import { useLocale } from '../../../localized';
import { useGesture } from './use-gesture';

/** In the order of the list; the type makes sure that none is forgotten. */
const SOURCES = Object.keys({
  beat: true,
  'beat-phase': true,
  'bar-phase': true,
  level: true,
  bass: true,
  mids: true,
  treble: true,
  'hand-speed': true,
  'hand-height': true,
  'arm-span': true,
  jump: true,
  'left-arm-angle': true,
  'right-arm-angle': true,
  'left-leg-angle': true,
  'right-leg-angle': true,
  judgement: true,
  combo: true,
} satisfies Record<DriveSource, true>) as DriveSource[];

export interface DriveFieldsProps {
  label: string;
  drive: Drive;
  onChange: (drive: Drive) => void;
  onRemove: () => void;
}

export function DriveFields({ label, drive, onChange, onRemove }: DriveFieldsProps): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const gesture = useGesture(EDIT_NAMES.changeEffect);
  const percent = (value: number): string => formatPercent(value, locale);
  const seconds = (value: number): string =>
    `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)} ${t('editor.secondsUnit')}`;
  return (
    <>
      <Select
        label={t('editor.followWhat', { name: label })}
        value={drive.source}
        options={SOURCES.map((source) => ({ value: source, label: t(`editor.source.${source}`) }))}
        onChange={(source) => onChange({ ...drive, source })}
      />
      <Slider
        label={t('editor.followAmount')}
        value={drive.amount}
        min={-1}
        max={1}
        step={0.01}
        format={percent}
        onChange={(amount) => onChange({ ...drive, amount })}
        {...gesture}
      />
      <Slider
        label={t('editor.followSmoothing')}
        value={drive.smoothing}
        min={0}
        max={1}
        step={0.01}
        format={seconds}
        onChange={(smoothing) => onChange({ ...drive, smoothing })}
        {...gesture}
      />
      <Slider
        label={t('editor.followLow')}
        value={drive.low}
        min={0}
        max={1}
        step={0.01}
        format={percent}
        onChange={(low) => onChange({ ...drive, low })}
        {...gesture}
      />
      <Slider
        label={t('editor.followHigh')}
        value={drive.high}
        min={0}
        max={1}
        step={0.01}
        format={percent}
        onChange={(high) => onChange({ ...drive, high })}
        {...gesture}
      />
      <Button tone="quiet" icon="close" onClick={onRemove}>
        {t('editor.followNot', { name: label })}
      </Button>
    </>
  );
}
