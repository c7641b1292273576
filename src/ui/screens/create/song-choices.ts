/** The songs one may dance to, those of the app and one's own, as one list. */
import type { LocalizedText } from '../../../core/locale';
import type { SongRef } from '../../../project/project';
import type { SongRecord } from '../../../storage/records';
import type { BundledSongCard } from '../../../studio/catalogue';

/** A line of the music picker. */
export interface SongChoice {
  readonly key: string;
  readonly song: SongRef;
  readonly name: string;
  /** null where it is not known. */
  readonly bpm: number | null;
  /** Seconds. */
  readonly duration: number;
  /** Seconds between two useful starts: a beat, or half a second where no beat is known. */
  readonly step: number;
}

/** One key for each song. */
export function songKey(song: SongRef | null): string {
  return song === null ? 'none' : `${song.kind}:${song.id}`;
}

/** Bundled songs first, then one's own, newest first. */
export function listSongChoices(
  bundled: readonly BundledSongCard[],
  own: readonly SongRecord[],
  localized: (text: LocalizedText) => string,
): readonly SongChoice[] {
  return [
    ...bundled.map((card): SongChoice => {
      const song: SongRef = { kind: 'bundled', id: card.id };
      const { bpm } = card.grid;
      return {
        key: songKey(song),
        song,
        name: localized(card.name),
        bpm,
        duration: card.duration,
        step: 60 / bpm,
      };
    }),
    ...[...own]
      .sort((a, b) => b.createdAt - a.createdAt)
      .map((record): SongChoice => {
        const song: SongRef = { kind: 'imported', id: record.id };
        return {
          key: songKey(song),
          song,
          name: record.name,
          bpm: record.bpm === null ? null : Math.round(record.bpm),
          duration: record.duration,
          step: record.bpm === null ? 0.5 : 60 / record.bpm,
        };
      }),
  ];
}

/** The latest start in seconds that still leaves a whole take of music; 0 for a short song. */
export function latestStart(choice: SongChoice, limitSeconds: number): number {
  return Math.max(0, Math.floor((choice.duration - limitSeconds) / choice.step) * choice.step);
}
