/** How fast a clip runs: one speed, or a curve over what it shows. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../../project/project';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { SPEED_PRESETS, type SpeedPresetId } from '../../../../studio/editor-facts';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import { RadioRow } from '../../../components/radio-row';
import { Slider } from '../../../components/slider';
import { Switch } from '../../../components/switch';
import { useStudio } from '../../../studio-context';
import { SpeedCurveField } from './speed-curve-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';
import own from './speed-field.module.css';

/** The speeds that dancers know from recording, and half way between. */
const SPEEDS = [0.3, 0.5, 1, 1.5, 2, 3] as const;
const SPEED_STEP = 0.1;
const SPEED_RANGE = { min: 0.1, max: 10 } as const;

const PRESETS = Object.keys(SPEED_PRESETS) as SpeedPresetId[];

export function SpeedField({ clip, hasSound }: { clip: Clip; hasSound: boolean }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeClip);
  const { id, speed, speedCurve } = clip;
  const step = (by: number): void => {
    const next = Math.min(SPEED_RANGE.max, Math.max(SPEED_RANGE.min, speed + by));
    editor.changeClip(id, { speed: Math.round(next * 100) / 100 });
  };
  const known = SPEEDS.find((value) => value === speed && speedCurve === undefined);
  return (
    <div className={styles.part}>
      <div className={styles.speed}>
        <RadioRow
          label={known === undefined ? `${t('editor.speed')} ${timesOf(speed)}` : t('editor.speed')}
          value={speedCurve === undefined ? String(speed) : ''}
          options={SPEEDS.map((value) => ({ value: String(value), label: timesOf(value) }))}
          onChange={(value) => editor.changeClip(id, { speed: Number(value) })}
        />
        <IconButton icon="minus" label={t('editor.slower')} onClick={() => step(-SPEED_STEP)} />
        <IconButton icon="plus" label={t('editor.faster')} onClick={() => step(SPEED_STEP)} />
      </div>
      {speedCurve === undefined ? (
        <Slider
          label={t('editor.speedFine')}
          // Twice as fast is as far from plain as half as fast.
          value={Math.log10(speed)}
          min={-1}
          max={1}
          step={0.01}
          format={(value) => timesOf(Math.round(10 ** value * 100) / 100)}
          onChange={(value) => editor.changeClip(id, { speed: Math.round(10 ** value * 100) / 100 })}
          {...gesture}
        />
      ) : null}
      <div className={styles.part} role="group" aria-label={t('editor.speedCurve')}>
        <span className={styles.fieldLabel}>{t('editor.speedCurve')}</span>
        <div className={own.presets}>
          {PRESETS.map((preset) => (
            <button
              key={preset}
              type="button"
              className={own.preset}
              onClick={() => editor.setSpeedCurve(id, SPEED_PRESETS[preset])}
            >
              <svg viewBox="0 0 48 24" width={48} height={24} fill="none" aria-hidden="true">
                <polyline
                  points={SPEED_PRESETS[preset]
                    .map(({ at, speed: y }) => `${at * 48} ${heightOf(y)}`)
                    .join(' ')}
                  stroke="currentColor"
                  strokeWidth={2}
                  strokeLinejoin="round"
                />
              </svg>
              {t(`editor.speedPreset.${preset}`)}
            </button>
          ))}
        </div>
      </div>
      {speedCurve === undefined ? null : (
        <>
          <SpeedCurveField clip={clip} />
          <Button icon="close" tone="quiet" onClick={() => editor.setSpeedCurve(id, null)}>
            {t('editor.speedCurveNone')}
          </Button>
        </>
      )}
      {hasSound ? (
        <Switch
          label={t('editor.keepPitch')}
          hint={t('editor.keepPitchHint')}
          checked={clip.keepPitch ?? true}
          onChange={(keepPitch) => editor.changeClip(id, { keepPitch })}
        />
      ) : null}
    </div>
  );
}

/** Slow at the bottom, fast at the top, plain in the middle, of 24. */
function heightOf(speed: number): number {
  return 12 - Math.log10(speed) * 11;
}

/** As it is written everywhere: `1.5×`. */
function timesOf(speed: number): string {
  return `${speed}×`;
}
