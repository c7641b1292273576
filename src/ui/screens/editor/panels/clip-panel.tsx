/** One clip: its sound, its picture, its speed, its cut and its place in the row. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { frameDuration } from '../../../../core/time';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import type { IconName } from '../../../components/icons';
import { ErrorMessage } from '../../../components/message';
import { RadioRow } from '../../../components/radio-row';
import { Select } from '../../../components/select';
import { Switch } from '../../../components/switch';
import { formatClock } from '../../../format';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { canDo, type EditorActions } from '../editor-actions';
import type { EditorAction } from '../editor-keys';
import { clipUnder, findItem, type PlacedItem } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import { AutoFifteen } from './auto-fifteen';
import { FadeFields } from './fade-fields';
import { FilmFields } from './film-fields';
import { Fold } from './fold';
import { ItemTimes } from './item-times';
import { NumberField, formatDegrees } from './number-field';
import { SpeedField } from './speed-field';
import { TransitionField } from './transition-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';

type PlacedClip = PlacedItem & { kind: 'video' };

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
      <FilmFields />
    </div>
  );
}

function ClipFields({ placed, actions }: { placed: PlacedClip; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { labelOf, nameOf } = useItemNames();
  const { item } = placed;
  const source = useStudioState(editor.store, ({ project }) => project?.sources[item.sourceId]);
  const hasSound = source?.hasSound === true && item.still !== true;
  if (item.empty === true) return <EmptyClip placed={placed} />;
  return (
    <section className={styles.details} aria-label={labelOf(placed)}>
      <h3 className={styles.itemName}>{nameOf(placed)}</h3>
      <div className={styles.part}>
        <div className={styles.actions}>
          <ActionButton action="trimStart" icon="trim-start" actions={actions} />
          <ActionButton action="trimEnd" icon="trim-end" actions={actions} />
          <ActionButton action="split" icon="split" actions={actions} />
        </div>
        {item.still === true ? null : <ItemTimes placed={placed} />}
      </div>
      {hasSound ? (
        <Fold title={t('editor.sound')} open>
          <ClipSound placed={placed} />
        </Fold>
      ) : null}
      {item.still === true ? null : (
        <Fold title={t('editor.speed')} open>
          <SpeedField clip={item} hasSound={hasSound} />
          <div className={styles.actions}>
            <ActionButton action="reverse" icon="undo" actions={actions} />
            <ActionButton action="freeze" icon="pause" actions={actions} />
          </div>
        </Fold>
      )}
      <Fold title={t('editor.picture')} open>
        <ClipPicture placed={placed} />
      </Fold>
      <Fold title={t('editor.slipTitle')}>
        <SlipField placed={placed} />
      </Fold>
      <Fold title={t('editor.transition')} open={item.transition !== undefined}>
        <TransitionField placed={placed} />
      </Fold>
      <AutoFifteen clip={item} />
      <PlaceActions placed={placed} actions={actions} />
    </section>
  );
}

/** A place that waits for a take. */
function EmptyClip({ placed }: { placed: PlacedClip }): ReactElement {
  const { t } = useTranslation();
  const { editor, library } = useStudio();
  const { labelOf } = useItemNames();
  const takes = useStudioState(library.store, (state) => state.takes);
  const task = useTask();
  return (
    <section className={styles.details} aria-label={labelOf(placed)}>
      <h3 className={styles.itemName}>{t('editor.emptyClip')}</h3>
      <p className={styles.hint}>{t('editor.emptyClipHint')}</p>
      {task.error === null ? null : <ErrorMessage error={task.error} />}
      <ul className={styles.lines}>
        {takes.map((take) => (
          <li key={take.id}>
            <button
              type="button"
              className={styles.line}
              onClick={() => task.run(() => editor.fillClip(placed.item.id, take.id))}
            >
              <span className={styles.lineName}>{take.name}</span>
              <span className={styles.hint}>{formatClock(take.duration)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(placed.item.id)}>
        {t('common.delete')}
      </Button>
    </section>
  );
}

function ClipSound({ placed }: { placed: PlacedClip }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeClip);
  const { item } = placed;
  return (
    <>
      <NumberField placed={placed} name="volume" label={t('editor.volume')} />
      <FadeFields
        fadeIn={item.fadeIn ?? 0}
        fadeOut={item.fadeOut ?? 0}
        gesture={gesture}
        onChange={(patch) => editor.changeClip(item.id, patch)}
      />
      {item.volume > 0 ? (
        <div className={styles.actions}>
          <Button icon="mic" onClick={() => editor.detachSound(item.id)}>
            {t('editor.detachSound')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

const BLENDS = ['normal', 'screen', 'add', 'multiply'] as const;

function ClipPicture({ placed }: { placed: PlacedClip }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { item } = placed;
  return (
    <>
      <RadioRow
        label={t('editor.fit')}
        value={item.fit}
        options={[
          { value: 'cover', label: t('editor.fitCover') },
          { value: 'contain', label: t('editor.fitContain') },
          { value: 'blur', label: t('editor.fitBlur') },
        ]}
        onChange={(fit) => editor.changeClip(item.id, { fit })}
      />
      <Switch
        label={t('editor.mirror')}
        hint={t('editor.mirrorHint')}
        checked={item.mirror}
        onChange={(mirror) => editor.changeClip(item.id, { mirror })}
      />
      <NumberField placed={placed} name="scale" label={t('editor.size')} min={0.1} max={4} />
      <NumberField placed={placed} name="x" label={t('editor.across')} min={-0.5} max={1.5} />
      <NumberField placed={placed} name="y" label={t('editor.down')} min={-0.5} max={1.5} />
      <NumberField
        placed={placed}
        name="rotation"
        label={t('editor.rotation')}
        min={-180}
        max={180}
        format={formatDegrees}
      />
      <NumberField placed={placed} name="opacity" label={t('editor.opacity')} />
      <Fold title={t('editor.crop')}>
        <NumberField placed={placed} name="cropLeft" label={t('editor.cropLeft')} />
        <NumberField placed={placed} name="cropRight" label={t('editor.cropRight')} />
        <NumberField placed={placed} name="cropTop" label={t('editor.cropTop')} />
        <NumberField placed={placed} name="cropBottom" label={t('editor.cropBottom')} />
      </Fold>
      <Select
        label={t('editor.blend')}
        value={item.blend ?? 'normal'}
        options={BLENDS.map((blend) => ({ value: blend, label: t(`editor.blendMode.${blend}`) }))}
        onChange={(blend) => editor.changeClip(item.id, { blend })}
      />
    </>
  );
}

/** What a clip shows, moved under its place; and the cut before it, moved between both. */
function SlipField({ placed }: { placed: PlacedClip }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const fps = useStudioState(editor.store, (state) => state.project?.fps ?? 30);
  const { id, start } = placed.item;
  const roll = (frames: number): void =>
    editor.rollCut(id, (start + frames * frameDuration(fps)) as typeof start);
  return (
    <>
      <div className={styles.actions} role="group" aria-label={t('editor.slip')}>
        <Button icon="back" onClick={() => editor.slipClip(id, -fps / 6)}>
          {t('editor.slipEarlier')}
        </Button>
        <Button icon="forward" onClick={() => editor.slipClip(id, fps / 6)}>
          {t('editor.slipLater')}
        </Button>
      </div>
      {placed.index === 0 ? null : (
        <div className={styles.actions} role="group" aria-label={t('editor.roll')}>
          <Button icon="frame-back" onClick={() => roll(-1)}>
            {t('editor.rollEarlier')}
          </Button>
          <Button icon="frame-forward" onClick={() => roll(1)}>
            {t('editor.rollLater')}
          </Button>
        </div>
      )}
    </>
  );
}

function PlaceActions({ placed, actions }: { placed: PlacedClip; actions: EditorActions }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { item } = placed;
  return (
    <>
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
        <ActionButton action="leaveGap" icon="film" actions={actions} />
        <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(item.id)}>
          {t('common.delete')}
        </Button>
      </div>
    </>
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
