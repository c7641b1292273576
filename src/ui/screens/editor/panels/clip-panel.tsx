/** One clip: its sound, its picture, its speed, its cut and its place in the row. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import type { IconName } from '../../../components/icons';
import { RadioRow } from '../../../components/radio-row';
import { Slider } from '../../../components/slider';
import { Switch } from '../../../components/switch';
import { formatPercent } from '../../../format';
import { useLocale } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { canDo, type EditorActions } from '../editor-actions';
import type { EditorAction } from '../editor-keys';
import { clipUnder, findItem, type PlacedItem } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import { AutoFifteen } from './auto-fifteen';
import { ItemTimes } from './item-times';
import { TransitionField } from './transition-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';

type PlacedClip = PlacedItem & { kind: 'video' };

/** The speeds that dancers know from recording, and half way between. */
const SPEEDS = [0.3, 0.5, 1, 1.5, 2, 3] as const;
const SPEED_STEP = 0.1;
const SPEED_RANGE = { min: 0.1, max: 10 } as const;

/** The selected clip, or the one under the playhead. */
export function ClipPanel(props: { actions: EditorActions; onAddClip: () => void }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const clip = useStudioState(editor.store, ({ project, selectedId, time }) => {
    if (project === null) return null;
    const selected = findItem(project, selectedId);
    return (selected?.kind === 'video' ? selected : clipUnder(project, time))?.item.id ?? null;
  });
  const project = useStudioState(editor.store, (state) => state.project);
  const placed = project === null ? null : findItem(project, clip);
  return (
    <div className={styles.panel}>
      {placed?.kind === 'video' ? (
        <ClipFields placed={placed} actions={props.actions} />
      ) : (
        <p className={styles.hint}>{t('editor.clipNone')}</p>
      )}
      <Button icon="plus" wide onClick={props.onAddClip}>
        {t('editor.addClip')}
      </Button>
    </div>
  );
}

function ClipFields({ placed, actions }: { placed: PlacedClip; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const { labelOf, nameOf } = useItemNames();
  const gesture = useGesture(EDIT_NAMES.changeClip);
  const { item } = placed;
  const hasSound = useStudioState(
    editor.store,
    ({ project }) => project?.sources[item.sourceId]?.hasSound ?? false,
  );
  return (
    <section className={styles.details} aria-label={labelOf(placed)}>
      <h3 className={styles.itemName}>{nameOf(placed)}</h3>
      {hasSound ? (
        <Slider
          label={t('editor.volume')}
          value={item.volume}
          min={0}
          max={2}
          step={0.05}
          format={(value) => formatPercent(value, locale)}
          onChange={(volume) => editor.changeClip(item.id, { volume })}
          {...gesture}
        />
      ) : null}
      <SpeedField placed={placed} />
      <RadioRow
        label={t('editor.fit')}
        value={item.fit}
        options={[
          { value: 'cover', label: t('editor.fitCover') },
          { value: 'contain', label: t('editor.fitContain') },
        ]}
        onChange={(fit) => editor.changeClip(item.id, { fit })}
      />
      <Switch
        label={t('editor.mirror')}
        hint={t('editor.mirrorHint')}
        checked={item.mirror}
        onChange={(mirror) => editor.changeClip(item.id, { mirror })}
      />
      <h3 className={styles.heading}>{t('editor.cut')}</h3>
      <ItemTimes placed={placed} />
      <div className={styles.actions}>
        <ActionButton action="trimStart" icon="trim-start" actions={actions} />
        <ActionButton action="trimEnd" icon="trim-end" actions={actions} />
        <ActionButton action="split" icon="split" actions={actions} />
      </div>
      <AutoFifteen clip={item} />
      <h3 className={styles.heading}>{t('editor.transition')}</h3>
      <TransitionField placed={placed} />
      <h3 className={styles.heading}>{t('editor.place')}</h3>
      <div className={styles.actions}>
        <Button
          icon="back"
          disabled={placed.index === 0}
          onClick={() => editor.moveClip(item.id, placed.index - 1)}
        >
          {t('editor.action.moveEarlier')}
        </Button>
        <Button
          icon="forward"
          disabled={placed.index === placed.count - 1}
          onClick={() => editor.moveClip(item.id, placed.index + 1)}
        >
          {t('editor.action.moveLater')}
        </Button>
        <Button icon="copy" onClick={() => editor.duplicateItem(item.id)}>
          {t('editor.action.duplicate')}
        </Button>
        <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(item.id)}>
          {t('common.delete')}
        </Button>
      </div>
    </section>
  );
}

function SpeedField({ placed }: { placed: PlacedClip }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { id, speed } = placed.item;
  const step = (by: number): void => {
    const next = Math.min(SPEED_RANGE.max, Math.max(SPEED_RANGE.min, speed + by));
    editor.changeClip(id, { speed: Math.round(next * 100) / 100 });
  };
  const known = SPEEDS.find((value) => value === speed);
  return (
    <div className={styles.speed}>
      <RadioRow
        label={known === undefined ? `${t('editor.speed')} ${timesOf(speed)}` : t('editor.speed')}
        value={String(speed)}
        options={SPEEDS.map((value) => ({ value: String(value), label: timesOf(value) }))}
        onChange={(value) => editor.changeClip(id, { speed: Number(value) })}
      />
      <IconButton icon="minus" label={t('editor.slower')} onClick={() => step(-SPEED_STEP)} />
      <IconButton icon="plus" label={t('editor.faster')} onClick={() => step(SPEED_STEP)} />
    </div>
  );
}

function ActionButton(props: { action: EditorAction; icon: IconName; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const isPossible = useStudioState(editor.store, (state) => canDo(props.action, state));
  return (
    <Button icon={props.icon} disabled={!isPossible} onClick={props.actions[props.action]}>
      {t(`editor.action.${props.action}`)}
    </Button>
  );
}

/** As it is written everywhere: `1.5×`. */
function timesOf(speed: number): string {
  return `${speed}×`;
}
