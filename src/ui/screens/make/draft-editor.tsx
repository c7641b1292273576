/** A challenge in the making: look, trim, mend the moves, let the bots try, name it, keep it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMBS, type Draft, type LimbWeight } from '../../../studio/challenge-maker';
import { Button } from '../../components/button';
import { RadioRow } from '../../components/radio-row';
import { Select } from '../../components/select';
import { Slider } from '../../components/slider';
import { Switch } from '../../components/switch';
import { formatClock } from '../../format';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { DraftMoves } from './draft-moves';
import { DraftPreview } from './draft-preview';
import styles from './make-screen.module.css';

const LEVELS = ['1', '2', '3', '4', '5'] as const;
const BOTS = ['still', 'mean', 'wiggle', 'flail', 'mirror'] as const;
const WEIGHTS: readonly LimbWeight[] = ['none', 'normal', 'important'];

export function DraftEditor(): ReactElement | null {
  const { maker } = useStudio();
  const draft = useStudioState(maker.store, (state) => state.draft);
  if (draft === null) return null;
  return (
    <div className={styles.draft}>
      <div className={styles.column}>
        <DraftPreview draft={draft} />
        <Trim draft={draft} />
        <Reports draft={draft} />
      </div>
      <div className={styles.column}>
        <DraftMoves draft={draft} />
      </div>
      <div className={styles.column}>
        <Facts draft={draft} />
        <Weights draft={draft} />
        <Test draft={draft} />
      </div>
    </div>
  );
}

function Trim({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  const duration = draft.track.times.at(-1) ?? 0;
  const time = (value: number): string => formatClock(value, { tenths: true });
  return (
    <section className={styles.card} aria-labelledby="make-trim">
      <h2 id="make-trim" className={styles.heading}>
        {t('make.trim')}
      </h2>
      <Slider
        label={t('make.from')}
        value={draft.from}
        min={0}
        max={Math.max(0.1, duration - 3)}
        step={0.1}
        disabled={draft.fixed}
        format={time}
        onChange={(from) => maker.trim(from, Math.max(draft.to, from + 3))}
      />
      <Slider
        label={t('make.to')}
        value={draft.to}
        min={Math.min(3, duration)}
        max={duration}
        step={0.1}
        disabled={draft.fixed}
        format={time}
        onChange={(to) => maker.trim(Math.min(draft.from, to - 3), to)}
      />
      {draft.fixed ? <p className={styles.soft}>{t('make.fixed')}</p> : null}
    </section>
  );
}

function Reports({ draft }: { draft: Draft }): ReactElement | null {
  const { t } = useTranslation();
  const seen = draft.reports.filter(({ from, to }) => to >= draft.from && from <= draft.to);
  if (seen.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="make-reports">
      <h2 id="make-reports" className={styles.heading}>
        {t('make.reports')}
      </h2>
      <ul className={styles.reports}>
        {seen.slice(0, 8).map(({ kind, from }, index) => (
          <li key={index}>{t(`make.${kind}`, { time: formatClock(from, { tenths: true }) })}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  const navigate = useNavigate();
  const isSaving = useStudioState(maker.store, (state) => state.phase === 'saving');
  const save = async (): Promise<void> => {
    const id = await maker.save();
    if (id !== null) navigate({ screen: 'dance', challengeId: id });
  };
  return (
    <section className={styles.card} aria-labelledby="make-facts">
      <h2 id="make-facts" className={styles.heading}>
        {t('make.facts')}
      </h2>
      <label className={styles.field}>
        <span>{t('make.name')}</span>
        <input
          className={styles.input}
          value={draft.title}
          maxLength={60}
          onChange={(event) => maker.change({ title: event.target.value })}
        />
      </label>
      <Select
        label={t('make.level')}
        value={String(draft.level)}
        options={LEVELS.map((level) => ({ value: level, label: t('dance.levelShort', { level }) }))}
        onChange={(level) => maker.change({ level: Number(level) })}
      />
      <Switch
        label={t('dance.seated')}
        checked={draft.seated}
        onChange={(seated) => maker.change({ seated })}
      />
      <p className={styles.soft}>
        {draft.bpm === null ? t('make.noBeats') : t('make.beats', { bpm: Math.round(draft.bpm) })}
      </p>
      <Button tone="primary" size="large" icon="check" busy={isSaving} onClick={() => void save()}>
        {t('make.save')}
      </Button>
      <Button tone="quiet" onClick={() => maker.discard()}>
        {t('make.discard')}
      </Button>
    </section>
  );
}

function Weights({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  return (
    <details className={styles.card}>
      <summary className={styles.heading}>{t('make.weights')}</summary>
      {LIMBS.map((limb) => (
        <RadioRow
          key={limb}
          label={t(`result.limb.${limb}`)}
          value={draft.weights[limb]}
          options={WEIGHTS.map((weight) => ({ value: weight, label: t(`make.weight.${weight}`) }))}
          onChange={(weight) => maker.setWeight(limb, weight)}
        />
      ))}
    </details>
  );
}

function Test({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const { maker } = useStudio();
  return (
    <section className={styles.card} aria-labelledby="make-test">
      <h2 id="make-test" className={styles.heading}>
        {t('make.test')}
      </h2>
      <p className={styles.soft}>{t('make.testIntro')}</p>
      {draft.test === null ? null : (
        <div role="status">
          <ul className={styles.bots}>
            {BOTS.map((bot) => (
              <li key={bot}>
                <span>{t(`make.bot.${bot}`)}</span>
                <span className={styles.number}>{Math.round(draft.test?.scores[bot] ?? 0)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {draft.dropped === 0 ? null : <p>{t('make.dropped', { count: draft.dropped })}</p>}
      {draft.test !== null && draft.test.passed.length === draft.moves.length ? (
        <p role="status">{t('make.allPassed')}</p>
      ) : null}
      <Button icon="shield" onClick={() => maker.runTest()}>
        {t('make.runTest')}
      </Button>
    </section>
  );
}
