/** The control of one parameter, made from its definition. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectParam, NumberParam, ParamValue } from '../../../../effects/effect';
import { RadioRow } from '../../../components/radio-row';
import { Select } from '../../../components/select';
import { Slider } from '../../../components/slider';
import { Switch } from '../../../components/switch';
import { formatPercent } from '../../../format';
import { useLocale, useLocalized } from '../../../localized';
import { ColorField } from './color-field';
import { LutField } from './lut-field';
import { PictureField } from './picture-field';
import type { Gesture } from './use-gesture';
import styles from './panels.module.css';

/** As many choices as fit a row. */
const ROW_OF_CHOICES = 3;

export interface ParamFieldProps {
  param: EffectParam;
  value: ParamValue;
  gesture: Gesture;
  onChange: (value: ParamValue) => void;
}

/** A slider, a colour, a choice, a switch, or two sliders for a place. A value of the wrong type reads as the default. */
export function ParamField({ param, value, gesture, onChange }: ParamFieldProps): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const locale = useLocale();
  const label = localized(param.name);
  switch (param.type) {
    case 'number':
      return (
        <Slider
          label={label}
          value={typeof value === 'number' ? value : param.default}
          min={param.min}
          max={param.max}
          step={param.step}
          format={(number) => (isShare(param) ? formatPercent(number, locale) : formatNumber(number, locale))}
          onChange={onChange}
          {...gesture}
        />
      );
    case 'color':
      return (
        <ColorField
          label={label}
          value={typeof value === 'string' ? value : param.default}
          onChange={onChange}
          {...gesture}
        />
      );
    case 'choice': {
      const options = param.options.map((option) => ({ value: option.value, label: localized(option.name) }));
      const chosen = typeof value === 'string' ? value : param.default;
      return options.length <= ROW_OF_CHOICES ? (
        <RadioRow label={label} value={chosen} options={options} onChange={onChange} />
      ) : (
        <Select label={label} value={chosen} options={options} onChange={onChange} />
      );
    }
    case 'flag':
      return (
        <Switch
          label={label}
          checked={typeof value === 'boolean' ? value : param.default}
          onChange={onChange}
        />
      );
    case 'lut':
      return <LutField label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    case 'picture':
      return (
        <PictureField label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />
      );
    case 'point': {
      const [x, y] = typeof value === 'object' ? value : param.default;
      const share = (number: number): string => formatPercent(number, locale);
      return (
        <div className={styles.part}>
          <Slider
            label={t('editor.pointX', { name: label })}
            value={x}
            min={0}
            max={1}
            format={share}
            onChange={(next) => onChange([next, y])}
            {...gesture}
          />
          <Slider
            label={t('editor.pointY', { name: label })}
            value={y}
            min={0}
            max={1}
            format={share}
            onChange={(next) => onChange([x, next])}
            {...gesture}
          />
        </div>
      );
    }
  }
}

function isShare({ min, max }: NumberParam): boolean {
  return min === 0 && max === 1;
}

function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}
