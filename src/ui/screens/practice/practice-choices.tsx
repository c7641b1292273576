/** How it is practised: speed, stretch, coach, help. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_TEMPOS, type PracticeTempo } from '../../../studio/practice';
import { Button } from '../../components/button';
import { RadioRow } from '../../components/radio-row';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { formatPercent } from '../../format';
import { useLocale, useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import dance from '../dance/dance-screen.module.css';
import styles from './practice-screen.module.css';

/** The column on the left of a wide screen, and the sheet on a phone. */
export function PracticeChoices(props: { onLeave?: () => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const locale = useLocale();
  const { practice } = useStudio();
  const state = useStudioState(practice.store, (all) => all);
  const moves = state.moveNames.map((name, index) => ({
    value: String(index),
    label: `${index + 1}. ${localized(name)}`,
  }));
  return (
    <div className={styles.choices}>
      {props.onLeave === undefined ? null : (
        <>
          <div className={dance.head}>
            <Button tone="quiet" icon="back" onClick={props.onLeave}>
              {t('dance.leave')}
            </Button>
          </div>
          {state.challenge === null ? null : (
            <p className={dance.title}>{localized(state.challenge.title)}</p>
          )}
          <p>{t('practice.intro')}</p>
        </>
      )}
      <RadioRow
        label={t('practice.speed')}
        value={String(state.tempo)}
        options={PRACTICE_TEMPOS.map((tempo) => ({
          value: String(tempo),
          label: formatPercent(tempo, locale),
        }))}
        onChange={(tempo) => void practice.change({ tempo: Number(tempo) as PracticeTempo })}
      />
      {moves.length === 0 ? null : (
        <div className={styles.stretch}>
          <Select
            label={t('practice.from')}
            value={String(state.from)}
            options={moves}
            onChange={(from) => void practice.change({ from: Number(from) })}
          />
          <Select
            label={t('practice.to')}
            value={String(state.to)}
            options={moves.filter((_, index) => index >= state.from)}
            onChange={(to) => void practice.change({ to: Number(to) })}
          />
        </div>
      )}
      <RadioRow
        label={t('practice.coach')}
        value={state.mirrored ? 'mirror' : 'teacher'}
        options={[
          { value: 'mirror', label: t('practice.mirror') },
          { value: 'teacher', label: t('practice.teacher') },
        ]}
        onChange={(coach) => void practice.change({ mirrored: coach === 'mirror' })}
      />
      <Switch
        label={t('practice.fades')}
        checked={state.fades}
        onChange={(fades) => void practice.change({ fades })}
      />
    </div>
  );
}
