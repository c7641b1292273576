/** How a sound comes and goes. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Slider } from '../../../components/slider';
import { useLocale } from '../../../localized';
import type { Gesture } from './use-gesture';

/** Seconds: longer fades are set by hand nowhere. */
const LONGEST_FADE = 5;

export function FadeFields(props: {
  /** Seconds. */
  fadeIn: number;
  fadeOut: number;
  gesture: Gesture;
  onChange: (patch: { readonly fadeIn?: number; readonly fadeOut?: number }) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { gesture, onChange } = props;
  const seconds = (value: number): string =>
    `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${t('editor.secondsUnit')}`;
  return (
    <>
      <Slider
        label={t('editor.fadeIn')}
        value={props.fadeIn}
        min={0}
        max={LONGEST_FADE}
        step={0.1}
        format={seconds}
        onChange={(fadeIn) => onChange({ fadeIn })}
        {...gesture}
      />
      <Slider
        label={t('editor.fadeOut')}
        value={props.fadeOut}
        min={0}
        max={LONGEST_FADE}
        step={0.1}
        format={seconds}
        onChange={(fadeOut) => onChange({ fadeOut })}
        {...gesture}
      />
    </>
  );
}
