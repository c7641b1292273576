/** Challenges that ship with the app, and the person's own: the index of the series, and each one compiled when it is wanted. */
import { StudioError } from '../core/errors';
import { parseChallenge, type Challenge, type ChallengeInfo } from '../dance/challenge';
import { compileChoreography, type CompiledChoreography } from '../dance/compile';
import type { PoseTrack } from '../pose/pose-track';
import type { OwnChallenges } from './own-challenges';
import type { SongRef } from '../project/project';

export interface LoadedChallenge {
  readonly challenge: ChallengeInfo;
  readonly compiled: CompiledChoreography;
  readonly song: SongRef;
  /** The dance of whoever made it ("beat me at this"), in song time and as the maker faced the camera; null = none. */
  readonly ghost: PoseTrack | null;
}

export interface ChallengeShelf {
  /** All challenges, in the order of their series. @throws StudioError `challenge-invalid` */
  list(): Promise<readonly ChallengeInfo[]>;
  /** @throws StudioError `storage-missing` when there is no such challenge */
  load(id: string): Promise<LoadedChallenge>;
}

/** Reads `/challenges/index.json`, which the build makes from the folder. @param own the person's, where there are any */
export function createChallengeShelf(own?: OwnChallenges): ChallengeShelf {
  let listing: Promise<readonly Challenge[]> | null = null;
  const compiled = new Map<string, LoadedChallenge>();

  const fetchAll = async (): Promise<readonly Challenge[]> => {
    const paths = await fetchJson('/challenges/index.json');
    if (!Array.isArray(paths))
      throw new StudioError('challenge-invalid', 'The index of challenges is not a list.');
    return Promise.all(
      paths.map(async (path) => parseChallenge(await fetchJson(`/challenges/${String(path)}`))),
    );
  };

  const listBundled = (): Promise<readonly Challenge[]> => {
    if (listing === null) {
      listing = fetchAll();
      listing.catch(() => {
        listing = null;
      });
    }
    return listing;
  };

  return {
    async list() {
      const [bundled, made] = await Promise.all([listBundled(), own?.list() ?? []]);
      return [...bundled, ...made];
    },
    async load(id) {
      const known = compiled.get(id);
      if (known !== undefined) return known;
      const made = (await own?.load(id)) ?? null;
      if (made !== null) return made;
      const challenge = (await listBundled()).find((candidate) => candidate.id === id);
      if (challenge === undefined) throw new StudioError('storage-missing', `No challenge "${id}".`);
      const loaded = {
        challenge,
        compiled: compileChoreography(challenge),
        song: { kind: 'bundled' as const, id: challenge.songId },
        ghost: null,
      };
      compiled.set(id, loaded);
      return loaded;
    },
  };
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new StudioError('storage-missing', `${path} answered ${response.status}.`);
  return response.json();
}
