/** A film as the person wants it: size, pictures a second, quality. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomFilm } from '../../../studio/exporter';
import { CUSTOM_FPS, CUSTOM_SIDES_PX } from '../../../studio/export-options';
import { Select } from '../../components/select';
import { Slider } from '../../components/slider';
import styles from './export-screen.module.css';

const MEGABIT = 1_000_000;

export function CustomOptions(props: {
  custom: CustomFilm;
  onChange: (custom: CustomFilm) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { custom, onChange } = props;
  return (
    <div className={styles.custom}>
      <Select
        label={t('export.shortSide')}
        value={String(custom.shortSide)}
        options={CUSTOM_SIDES_PX.map((side) => ({ value: String(side), label: `${side} px` }))}
        onChange={(side) => onChange({ ...custom, shortSide: Number(side) })}
      />
      <Select
        label={t('export.rate')}
        value={String(custom.fps)}
        options={CUSTOM_FPS.map((fps) => ({ value: String(fps), label: String(fps) }))}
        onChange={(fps) => onChange({ ...custom, fps: Number(fps) })}
      />
      <Slider
        label={t('export.bitrate')}
        value={custom.videoBitrate / MEGABIT}
        min={1}
        max={40}
        step={1}
        format={(value) => `${value} Mbit/s`}
        onChange={(value) => onChange({ ...custom, videoBitrate: value * MEGABIT })}
      />
    </div>
  );
}
