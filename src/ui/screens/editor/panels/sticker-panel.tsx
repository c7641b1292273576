/** Stickers: the shelf of the app, signs, pictures of one's own, and what can be changed about the selected one. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StickerItem } from '../../../../project/project';
import { PIN_POINTS } from '../../../../studio/editor-facts';
import { Button } from '../../../components/button';
import { FileButton } from '../../../components/file-button';
import { ErrorMessage } from '../../../components/message';
import { Select } from '../../../components/select';
import { Switch } from '../../../components/switch';
import { useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { placedItems, type PlacedItem } from '../timeline-rows';
import { useItemNames } from '../use-item-names';
import { ItemTimes } from './item-times';
import { NumberField, formatDegrees } from './number-field';
import { StickerPicture } from './sticker-picture';
import panels from './panels.module.css';
import styles from './sticker-panel.module.css';

/** Signs that dancers put on films; any other can be typed. */
const EMOJI = ['🔥', '✨', '💃', '🕺', '❤️', '😂', '👏', '💯', '🎉', '👑', '⚡', '🌈'] as const;

const BLENDS = ['normal', 'screen', 'add', 'multiply'] as const;

export function StickerPanel(): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, editor } = useStudio();
  const task = useTask();
  const project = useStudioState(editor.store, (state) => state.project);
  const selectedId = useStudioState(editor.store, (state) => state.selectedId);
  if (project === null) return null;
  const placed = placedItems(project, 'stickers').find(({ item }) => item.id === selectedId);
  const add = (picture: StickerItem['picture']): void => editor.select(editor.addSticker(picture));
  return (
    <div className={panels.panel}>
      {placed?.kind === 'stickers' ? <StickerFields key={selectedId} placed={placed} /> : null}
      {task.error === null ? null : <ErrorMessage error={task.error} />}
      <FileButton
        label={t('editor.stickerOwn')}
        busy={task.busy}
        accept="image/*"
        testId="import-sticker"
        onFiles={([file]) => {
          if (file !== undefined) task.run(() => editor.addStickerFile(file));
        }}
      />
      <h3 className={panels.heading}>{t('editor.stickerShelf')}</h3>
      <ul className={styles.shelf}>
        {catalogue.stickers.map((art) => (
          <li key={art.id}>
            <button
              type="button"
              className={styles.tile}
              aria-label={t('editor.stickerAdd', { name: localized(art.name) })}
              title={localized(art.name)}
              onClick={() => add({ kind: 'bundled', id: art.id })}
            >
              <StickerPicture art={art} />
            </button>
          </li>
        ))}
      </ul>
      <h3 className={panels.heading}>{t('editor.stickerSigns')}</h3>
      <ul className={styles.shelf}>
        {EMOJI.map((emoji) => (
          <li key={emoji}>
            <button
              type="button"
              className={styles.tile}
              aria-label={t('editor.stickerAdd', { name: emoji })}
              onClick={() => add({ kind: 'emoji', emoji })}
            >
              <span className={styles.emoji}>{emoji}</span>
            </button>
          </li>
        ))}
      </ul>
      <OwnSign onAdd={(emoji) => add({ kind: 'emoji', emoji })} />
    </div>
  );
}

/** Any sign that the keyboard has. */
function OwnSign({ onAdd }: { onAdd: (emoji: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [sign, setSign] = useState('');
  const first = [...new Intl.Segmenter().segment(sign.trim())][0]?.segment ?? '';
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        if (first === '') return;
        onAdd(first);
        setSign('');
      }}
    >
      <input
        className={styles.ownInput}
        value={sign}
        maxLength={32}
        aria-label={t('editor.stickerSign')}
        placeholder="🙂"
        onChange={(event) => setSign(event.target.value)}
      />
      <Button type="submit" icon="plus" disabled={first === ''}>
        {t('editor.stickerSignAdd')}
      </Button>
    </form>
  );
}

function StickerFields({ placed }: { placed: PlacedItem & { kind: 'stickers' } }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { labelOf, nameOf } = useItemNames();
  const { item } = placed;
  const isPinned = item.pin !== undefined;
  return (
    <section className={panels.details} aria-label={labelOf(placed)}>
      <h3 className={panels.itemName}>{nameOf(placed)}</h3>
      <Select
        label={t('editor.pin')}
        value={item.pin ?? 'none'}
        options={[
          { value: 'none' as const, label: t('editor.pinNone') },
          ...PIN_POINTS.map((pin) => ({ value: pin, label: t(`editor.pinPoint.${pin}`) })),
        ]}
        onChange={(pin) => editor.changeSticker(item.id, { pin: pin === 'none' ? null : pin })}
      />
      <NumberField placed={placed} name="size" label={t('editor.size')} min={0.05} max={1.5} />
      <NumberField
        placed={placed}
        name="x"
        label={t(isPinned ? 'editor.besidePoint' : 'editor.across')}
        min={0}
        max={1}
      />
      <NumberField
        placed={placed}
        name="y"
        label={t(isPinned ? 'editor.belowPoint' : 'editor.down')}
        min={0}
        max={1}
      />
      <NumberField
        placed={placed}
        name="rotation"
        label={t('editor.rotation')}
        min={-180}
        max={180}
        format={formatDegrees}
      />
      <NumberField placed={placed} name="opacity" label={t('editor.opacity')} />
      <Switch
        label={t('editor.flip')}
        checked={item.mirror}
        onChange={(mirror) => editor.changeSticker(item.id, { mirror })}
      />
      <Select
        label={t('editor.blend')}
        value={item.blend}
        options={BLENDS.map((blend) => ({ value: blend, label: t(`editor.blendMode.${blend}`) }))}
        onChange={(blend) => editor.changeSticker(item.id, { blend })}
      />
      <ItemTimes placed={placed} />
      <div className={panels.actions}>
        <Button icon="copy" tone="quiet" onClick={() => editor.duplicateItem(item.id)}>
          {t('editor.action.duplicate')}
        </Button>
        <Button icon="trash" tone="danger" onClick={() => editor.deleteItem(item.id)}>
          {t('common.delete')}
        </Button>
      </div>
    </section>
  );
}
