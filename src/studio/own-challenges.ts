/** Challenges of the person's own: their files in the library, read once and kept while they do not change. */
import { StudioError } from '../core/errors';
import { LOCALES, type LocalizedText } from '../core/locale';
import { decodeChallengeFile, encodeChallengeFile, type SharedChallenge } from '../dance/challenge-file';
import type { ChallengeInfo } from '../dance/challenge';
import { clickTrack } from '../media/click-track';
import { encodeWav } from '../media/encode-wav';
import type { SongRef } from '../project/project';
import type { ChallengeRecord, Rival, SongRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { LoadedChallenge } from './challenge-shelf';
import { LibraryTrash } from './library-trash';

/** The series that own challenges stand in. */
export const OWN_SERIES = 'own';

const OWN_SERIES_NAME: LocalizedText = {
  en: 'Your own',
  'zh-TW': '自己做的',
  'zh-CN': '自己做的',
  ja: '自分で作った',
  th: 'ของคุณเอง',
};

/** A click needs no more. */
const CLICK_RATE = 24_000;

export interface OwnChallenges {
  /** Newest first, without what was deleted; a file that cannot be read hides no other. */
  list(): Promise<ChallengeInfo[]>;
  /** What the library knows of them, newest first, without what was deleted. */
  records(): Promise<ChallengeRecord[]>;
  /** null where there is none of that id. @throws StudioError `challenge-invalid`, `storage-missing` */
  load(id: string): Promise<LoadedChallenge | null>;
  /** As it is written in its file. @throws StudioError `challenge-invalid`, `storage-missing` */
  read(id: string): Promise<SharedChallenge>;
  /** Writes the file, and its sound into the songs. @throws StudioError `challenge-invalid`, `storage-*` */
  save(challenge: SharedChallenge, origin: ChallengeRecord['origin']): Promise<ChallengeRecord>;
  /** Out of the lists at once; out of storage when the next one is deleted. */
  remove(id: string): Promise<void>;
  /** Brings the one last deleted back. */
  undoRemove(): Promise<void>;
  /** The one last deleted, while it can be brought back. */
  readonly deleted: { readonly id: string; readonly name: string } | null;
}

export function createOwnChallenges(storage: Storage): OwnChallenges {
  const known = new Map<string, { readonly key: string; readonly challenge: SharedChallenge }>();
  const removeForGood = async (id: string): Promise<void> => {
    known.delete(id);
    await storage.challenges.remove(id);
    await removeSong(storage, songIdOf(id));
    await storage.plays.removeOf(id);
  };
  const trash = new LibraryTrash(
    storage.settings,
    { challenge: { remove: removeForGood } },
    'trash-challenges',
  );
  let tidied: Promise<void> | null = null;

  const records = async (): Promise<ChallengeRecord[]> => {
    tidied ??= trash.emptyLeftovers();
    await tidied;
    const all = await storage.challenges.list();
    return all.filter(({ id }) => !trash.isTrashed('challenge', id));
  };

  const read = async (record: ChallengeRecord): Promise<SharedChallenge> => {
    const key = `${record.createdAt}:${record.bytes}`;
    const before = known.get(record.id);
    if (before?.key === key) return before.challenge;
    const file = await storage.challenges.file(record.id);
    const challenge = decodeChallengeFile(new Uint8Array(await file.arrayBuffer()));
    known.set(record.id, { key, challenge });
    return challenge;
  };

  const readById = async (id: string): Promise<SharedChallenge | null> => {
    const record = await storage.challenges.get(id);
    return record === undefined ? null : read(record);
  };

  return {
    records,
    get deleted() {
      return trash.current;
    },
    async list() {
      const found = await Promise.allSettled((await records()).map(read));
      return found.flatMap((result) => (result.status === 'fulfilled' ? [infoOf(result.value)] : []));
    },
    async load(id) {
      const challenge = await readById(id);
      if (challenge === null) return null;
      return {
        challenge: infoOf(challenge),
        compiled: {
          reference: challenge.reference,
          moves: challenge.moves.map((move, index) => ({ ...move, index, name: sameInAll(move.name) })),
        },
        song: songOf(challenge),
        ghost: challenge.ghost,
      };
    },
    async read(id) {
      const challenge = await readById(id);
      if (challenge !== null) return challenge;
      throw new StudioError('storage-missing', `No challenge ${id} in the library.`);
    },
    async save(challenge, origin) {
      const bytes = encodeChallengeFile(challenge);
      await keepSong(storage, challenge);
      known.delete(challenge.id);
      return storage.challenges.save(
        {
          id: challenge.id,
          name: challenge.title,
          createdAt: Date.now(),
          origin,
          level: challenge.level,
          duration: challenge.duration,
          bytes: 0,
          rival: rivalOf(challenge),
        },
        new Blob([bytes]),
      );
    },
    async remove(id) {
      const record = await storage.challenges.get(id);
      await trash.put({ kind: 'challenge', id, name: record?.name ?? '' });
    },
    async undoRemove() {
      await trash.restore();
    },
  };
}

function infoOf(challenge: SharedChallenge): ChallengeInfo {
  return {
    id: challenge.id,
    seriesId: OWN_SERIES,
    seriesName: OWN_SERIES_NAME,
    title: sameInAll(challenge.title),
    level: challenge.level,
    beatGrid: challenge.beats,
    duration: challenge.duration,
    seated: challenge.seated,
    rival: rivalOf(challenge),
  };
}

function rivalOf({ ghost, maker, claimedScore }: SharedChallenge): Rival | null {
  return ghost === null || claimedScore === null ? null : { name: maker, score: claimedScore };
}

/** Takes and films that were made with the song keep it. */
async function removeSong(storage: Storage, songId: string): Promise<void> {
  const takes = await storage.takes.list();
  const projects = await storage.projects.list();
  const isUsed =
    takes.some(({ music }) => music?.song.id === songId) ||
    projects.some(({ project }) => JSON.stringify(project).includes(songId));
  if (!isUsed) await storage.songs.remove(songId);
}

function songOf({ id, bundledSong }: SharedChallenge): SongRef {
  return bundledSong === null ? { kind: 'imported', id: songIdOf(id) } : { kind: 'bundled', id: bundledSong };
}

function songIdOf(challengeId: string): string {
  return `song-of-${challengeId}`;
}

/** The floor plays songs of the library: the sound of the file is one, and a silent dance gets clicks. */
async function keepSong(storage: Storage, challenge: SharedChallenge): Promise<void> {
  if (challenge.bundledSong !== null) return;
  const { beats, duration, title, song, songMimeType } = challenge;
  const mimeType = songMimeType ?? 'audio/wav';
  const bytes = song ?? encodeWav(clickTrack(beats, duration, CLICK_RATE), 0, duration);
  const record: SongRecord = {
    id: songIdOf(challenge.id),
    name: title,
    createdAt: Date.now(),
    mimeType,
    duration,
    bpm: beats.bpm,
    firstBeat: beats.firstBeat,
    bytes: 0,
  };
  await storage.songs.importFile(record, new Blob([bytes], { type: mimeType }));
}

/** What a person named has one name. */
export function sameInAll(name: string): LocalizedText {
  return Object.fromEntries(LOCALES.map((locale) => [locale, name])) as LocalizedText;
}
