/** What items of the timeline are called, on them and aloud. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addFlicks } from '../../../core/time';
import type { SongRef, StickerPicture } from '../../../project/project';
import { useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { formatMoment } from './timecode';
import type { PlacedItem } from './timeline-rows';

export interface ItemNames {
  /** Short: what is written on the item. */
  readonly nameOf: (placed: PlacedItem) => string;
  /** Long: with place and times, for those who do not see the timeline. */
  readonly labelOf: (placed: PlacedItem) => string;
  readonly effectName: (effectId: string) => string;
  readonly songName: (song: SongRef) => string;
}

/** Names in the language of the app. */
export function useItemNames(): ItemNames {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, editor, library } = useStudio();
  const sources = useStudioState(editor.store, (state) => state.project?.sources);
  const imports = useStudioState(editor.store, (state) => state.project?.imports);
  const missing = useStudioState(editor.store, (state) => state.missingTakeIds);
  const takes = useStudioState(library.store, (state) => state.takes);
  const songs = useStudioState(library.store, (state) => state.songs);

  const effectName = useCallback(
    (effectId: string): string => {
      const effect = catalogue.find(effectId, imports ?? {});
      return effect === undefined ? t('editor.unknownEffect') : localized(effect.name);
    },
    [catalogue, imports, localized, t],
  );
  const songName = useCallback(
    (song: SongRef): string => {
      if (song.kind === 'imported')
        return songs.find(({ id }) => id === song.id)?.name ?? t('editor.unknownSong');
      const card = catalogue.songs.find(({ id }) => id === song.id);
      return card === undefined ? t('editor.unknownSong') : localized(card.name);
    },
    [catalogue, songs, localized, t],
  );
  const stickerName = useCallback(
    (picture: StickerPicture): string => {
      if (picture.kind === 'emoji') return picture.emoji;
      if (picture.kind === 'asset') return imports?.[picture.id]?.name ?? t('editor.sticker');
      const art = catalogue.stickers.find(({ id }) => id === picture.id);
      return art === undefined ? t('editor.sticker') : localized(art.name);
    },
    [catalogue, imports, localized, t],
  );
  const nameOf = useCallback(
    (placed: PlacedItem): string => {
      switch (placed.kind) {
        case 'video': {
          if (placed.item.empty === true) return t('editor.emptyClip');
          const takeId = sources?.[placed.item.sourceId]?.takeId ?? '';
          const name = takes.find(({ id }) => id === takeId)?.name ?? t('editor.unknownClip');
          return missing.includes(takeId) ? t('editor.missingClip', { name }) : name;
        }
        case 'text':
          return placed.item.text.trim().replace(/\s+/g, ' ') || t('editor.textContent');
        case 'effects':
          return effectName(placed.item.effect.effectId);
        case 'stickers':
          return stickerName(placed.item.picture);
        case 'voice':
          return placed.item.from.kind === 'recording' ? t('editor.voice') : t('editor.clipSound');
        case 'music':
          return songName(placed.item.song);
      }
    },
    [sources, takes, missing, effectName, songName, stickerName, t],
  );
  const labelOf = useCallback(
    (placed: PlacedItem): string => {
      const values = {
        index: placed.index + 1,
        count: placed.count,
        name: nameOf(placed),
        start: formatMoment(placed.item.start),
        end: formatMoment(addFlicks(placed.item.start, placed.item.duration)),
        interpolation: { escapeValue: false },
      };
      switch (placed.kind) {
        case 'video':
          return t('editor.clipLabel', values);
        case 'text':
          return t('editor.textLabel', values);
        case 'effects':
          return t('editor.effectLabel', values);
        case 'stickers':
          return t('editor.stickerLabel', values);
        case 'voice':
          return t('editor.voiceLabel', values);
        case 'music':
          return t('editor.musicLabel', values);
      }
    },
    [nameOf, t],
  );
  return { nameOf, labelOf, effectName, songName };
}
