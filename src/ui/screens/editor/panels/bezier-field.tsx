/** The curve between two keyframes: ready-made ones, drawn, so that nobody has to know what a handle is. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BezierHandles } from '../../../../effects/effect';
import styles from './bezier-field.module.css';

const CURVES = {
  inOut: [0.42, 0, 0.58, 1],
  in: [0.42, 0, 1, 1],
  out: [0, 0, 0.58, 1],
  sharp: [0.9, 0, 0.1, 1],
  anticipate: [0.5, -0.5, 0.7, 1],
  overshoot: [0.3, 0, 0.4, 1.5],
} as const satisfies Record<string, BezierHandles>;

const NAMES = Object.keys(CURVES) as (keyof typeof CURVES)[];

export function BezierField(props: {
  value: BezierHandles | undefined;
  onChange: (value: BezierHandles) => void;
}): ReactElement {
  const { t } = useTranslation();
  const value: BezierHandles = props.value ?? CURVES.inOut;
  return (
    <div className={styles.curves} role="group" aria-label={t('editor.curve')}>
      {NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.curve}
          aria-label={t(`editor.curves.${name}`)}
          title={t(`editor.curves.${name}`)}
          aria-pressed={CURVES[name].every((handle, index) => handle === value[index])}
          onClick={() => props.onChange(CURVES[name])}
        >
          <svg viewBox="-2 -14 28 52" width={28} height={36} fill="none" aria-hidden="true">
            <path d={pathOf(CURVES[name])} stroke="currentColor" strokeWidth={2} strokeLinecap="round" />
          </svg>
        </button>
      ))}
    </div>
  );
}

/** The curve in a square of 24, upwards. */
function pathOf([x1, y1, x2, y2]: BezierHandles): string {
  return `M0 24C${x1 * 24} ${24 - y1 * 24} ${x2 * 24} ${24 - y2 * 24} 24 0`;
}
