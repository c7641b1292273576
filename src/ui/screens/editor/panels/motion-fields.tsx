/** How words come, stay and go. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextItem, TextMotion } from '../../../../project/project';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { TEXT_INS, TEXT_LOOPS } from '../../../../studio/editor-facts';
import { RadioRow } from '../../../components/radio-row';
import { Select } from '../../../components/select';
import { Slider } from '../../../components/slider';
import { useLocale } from '../../../localized';
import { Fold } from './fold';
import { useGesture } from './use-gesture';

const AT_REST: TextMotion = { in: 'none', loop: 'none', out: 'none', unit: 'word', seconds: 0.6 };
const UNITS = ['letter', 'word', 'line'] as const;

export function MotionFields(props: {
  item: TextItem;
  onChange: (motion: TextMotion) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const gesture = useGesture(EDIT_NAMES.changeText);
  const motion = props.item.motion ?? AT_REST;
  const change = (patch: Partial<TextMotion>): void => props.onChange({ ...motion, ...patch });
  const ways = TEXT_INS.map((value) => ({ value, label: t(`editor.motionIn.${value}`) }));
  return (
    <Fold title={t('editor.motion')} open={props.item.motion !== undefined}>
      <Select
        label={t('editor.motionComes')}
        value={motion.in}
        options={ways}
        onChange={(way) => change({ in: way })}
      />
      <Select
        label={t('editor.motionStays')}
        value={motion.loop}
        options={TEXT_LOOPS.map((value) => ({ value, label: t(`editor.motionLoop.${value}`) }))}
        onChange={(loop) => change({ loop })}
      />
      <Select
        label={t('editor.motionGoes')}
        value={motion.out}
        options={ways}
        onChange={(out) => change({ out })}
      />
      <RadioRow
        label={t('editor.motionUnit')}
        value={motion.unit}
        options={UNITS.map((value) => ({ value, label: t(`editor.motionUnits.${value}`) }))}
        onChange={(unit) => change({ unit })}
      />
      <Slider
        label={t('editor.motionSeconds')}
        value={motion.seconds}
        min={0.1}
        max={3}
        step={0.1}
        format={(value) =>
          `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${t('editor.secondsUnit')}`
        }
        onChange={(seconds) => change({ seconds })}
        {...gesture}
      />
    </Fold>
  );
}
