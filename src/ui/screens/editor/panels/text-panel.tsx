/** Words on the stage. */
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextItem } from '../../../../project/project';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { PLATFORM_NAMES, TEXT_FONTS, coveredOn, shapeOf } from '../../../../studio/editor-facts';
import { Button } from '../../../components/button';
import { RadioRow } from '../../../components/radio-row';
import { Select } from '../../../components/select';
import { Switch } from '../../../components/switch';
import { useStudio, useStudioState } from '../../../studio-context';
import { formatMoment } from '../timecode';
import { placedItems, type PlacedItem } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import { CaptionActions } from './caption-actions';
import { ColorField } from './color-field';
import { Fold } from './fold';
import { ItemTimes } from './item-times';
import { MotionFields } from './motion-fields';
import { NumberField, formatDegrees } from './number-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';

/** Height of a line as a share of the stage. */
const LINE_HEIGHT = { min: 0.02, max: 0.2 } as const;

/** As long as a text may be. */
const LONGEST_TEXT = 500;

const STYLES = ['outline', 'box', 'plain'] as const;
const WEIGHTS = [400, 700, 900] as const;
const ALIGNS = ['left', 'center', 'right'] as const;

/** The texts of the film; the selected one can be changed. */
export function TextPanel(): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { nameOf } = useItemNames();
  const project = useStudioState(editor.store, (state) => state.project);
  const selectedId = useStudioState(editor.store, (state) => state.selectedId);
  if (project === null) return null;
  const texts = placedItems(project, 'text').filter((placed) => placed.kind === 'text');
  const selected = texts.find(({ item }) => item.id === selectedId);
  return (
    <div className={styles.panel}>
      <Button icon="plus" wide onClick={() => editor.select(editor.addText(t('editor.textNew')))}>
        {t('editor.textAdd')}
      </Button>
      <CaptionActions isEmpty={texts.length === 0} />
      {texts.length === 0 ? <p className={styles.hint}>{t('editor.textNone')}</p> : null}
      {texts.length > (selected === undefined ? 0 : 1) ? (
        <ul className={styles.lines}>
          {texts.map((placed) => (
            <li key={placed.item.id}>
              <button
                type="button"
                className={styles.line}
                aria-pressed={placed === selected}
                onClick={() => editor.select(placed.item.id)}
              >
                <span className={styles.lineName}>{nameOf(placed)}</span>
                <span className={styles.hint}>{formatMoment(placed.item.start)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {selected === undefined ? null : <TextFields key={selected.item.id} placed={selected} />}
    </div>
  );
}

function TextFields({ placed }: { placed: PlacedItem & { kind: 'text' } }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeText);
  const { item } = placed;
  const change = (patch: Partial<Omit<TextItem, 'id' | 'start' | 'duration'>>): void =>
    editor.changeText(item.id, patch);
  return (
    <div className={styles.details}>
      <div className={styles.part}>
        <label className={styles.fieldLabel} htmlFor={id}>
          {t('editor.textContent')}
        </label>
        <textarea
          id={id}
          className={styles.textArea}
          rows={3}
          maxLength={LONGEST_TEXT}
          value={item.text}
          // All that is typed in one go is one step of history.
          onFocus={gesture.onStart}
          onBlur={gesture.onCommit}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <NumberField placed={placed} name="lineHeight" label={t('editor.textSize')} {...LINE_HEIGHT} />
      <ColorField
        label={t('editor.textColor')}
        value={item.color}
        onChange={(color) => change({ color })}
        {...gesture}
      />
      <RadioRow
        label={t('editor.textStyle')}
        value={item.style}
        options={STYLES.map((style) => ({ value: style, label: t(`editor.textStyles.${style}`) }))}
        onChange={(style) => change({ style })}
      />
      <RadioRow
        label={t('editor.textWeight')}
        value={String(item.weight) as `${(typeof WEIGHTS)[number]}`}
        options={WEIGHTS.map((weight) => ({
          value: `${weight}` as const,
          label: t(`editor.textWeights.w${weight}`),
        }))}
        onChange={(value) => change({ weight: WEIGHTS.find((weight) => `${weight}` === value) ?? 700 })}
      />
      <Select
        label={t('editor.textFont')}
        value={item.font ?? 'sans'}
        options={TEXT_FONTS.map((font) => ({ value: font, label: t(`editor.textFonts.${font}`) }))}
        onChange={(font) => change({ font })}
      />
      <RadioRow
        label={t('editor.textAlign')}
        value={item.align ?? 'center'}
        options={ALIGNS.map((align) => ({ value: align, label: t(`editor.textAligns.${align}`) }))}
        onChange={(align) => change({ align })}
      />
      <Switch
        label={t('editor.textShadow')}
        checked={item.shadow ?? false}
        onChange={(shadow) => change({ shadow })}
      />
      <CoveredNote itemId={item.id} />
      <MotionFields item={item} onChange={(motion) => change({ motion })} />
      <Fold title={t('editor.place')}>
        <NumberField placed={placed} name="x" label={t('editor.across')} />
        <NumberField placed={placed} name="y" label={t('editor.down')} />
        <NumberField
          placed={placed}
          name="rotation"
          label={t('editor.rotation')}
          min={-180}
          max={180}
          format={formatDegrees}
        />
        <NumberField placed={placed} name="opacity" label={t('editor.opacity')} />
      </Fold>
      <ItemTimes placed={placed} />
      <div className={styles.actions}>
        <Button icon="copy" tone="quiet" onClick={() => editor.duplicateItem(item.id)}>
          {t('editor.action.duplicate')}
        </Button>
        <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(item.id)}>
          {t('common.delete')}
        </Button>
      </div>
    </div>
  );
}

/** Says where buttons and captions of a platform would lie over the words. */
function CoveredNote({ itemId }: { itemId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  // The place follows the document and the playhead.
  useStudioState(editor.store, (state) => state.project);
  useStudioState(editor.store, (state) => (state.playing ? null : state.time));
  const isUpright = useStudioState(
    editor.store,
    ({ project }) => project !== null && shapeOf(project.size) === '9:16',
  );
  const box = editor.boxOf(itemId);
  if (box === null || !isUpright) return null;
  const covered = coveredOn({ x: box.origin[0], y: box.origin[1], width: box.right[0], height: box.down[1] });
  if (covered.length === 0) return null;
  const names = covered.map((platform) => PLATFORM_NAMES[platform]).join(', ');
  return <p className={styles.hint}>{t('editor.covered', { names })}</p>;
}
