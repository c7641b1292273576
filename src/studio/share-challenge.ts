/** Challenges that travel: one file in, one file out, and a take as the dance to beat. */
import { StudioError } from '../core/errors';
import type { Locale } from '../core/locale';
import { refuseChallenge } from '../dance/challenge-refusal';
import { decodeChallengeFile, type SharedChallenge } from '../dance/challenge-file';
import { asSharedName } from '../dance/shared-text';
import { BUNDLED_SONGS } from '../media/songs/bundled-songs';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import type { PoseTrack } from '../pose/pose-track';
import { judgeTake } from '../dance/judge';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import type { OwnChallenges } from './own-challenges';

/** No challenge is larger (see the parts' own limits). */
const MOST_BYTES = 24_000_000;

/** A film's sound may end so much before its picture, seconds. */
const SHORT_SECONDS = 3;

/** Ends of the names of challenge files. */
export const CHALLENGE_EXTENSION = '.fifteen-challenge';

/**
 * Reads a file from anybody and gives it an id of its own, so that nothing in the library is overwritten. What it claims
 * for its ghost is forgotten; the ghost is judged here.
 * @throws StudioError `challenge-invalid` with the reason
 */
export async function importChallenge(file: File): Promise<SharedChallenge> {
  if (file.size > MOST_BYTES) refuseChallenge('too-large', `it has ${file.size} bytes`);
  const read = decodeChallengeFile(new Uint8Array(await file.arrayBuffer()));
  if (read.bundledSong !== null && !BUNDLED_SONGS.some(({ id }) => id === read.bundledSong))
    refuseChallenge('song-missing', `there is no song "${read.bundledSong}" here`);
  if (read.song !== null) await checkSound(read.song, read.duration);
  return { ...read, id: `own-${crypto.randomUUID()}`, claimedScore: scoreOfGhost(read) };
}

/** @throws StudioError `storage-missing` where the take was not danced to a challenge, or its poses are gone */
export async function challengeWithGhost(
  { storage, challenges, own }: { storage: Storage; challenges: ChallengeShelf; own: OwnChallenges },
  takeId: string,
  { maker, locale }: { readonly maker: string; readonly locale: Locale },
): Promise<SharedChallenge> {
  const take = await storage.takes.get(takeId);
  const poses = take === undefined ? null : await storage.takes.readFile(takeId, TAKE_FILES.pose);
  if (take?.challengeId == null || poses === null)
    throw new StudioError('storage-missing', `Take ${takeId} has no dance that could be beaten.`);
  const { challenge, compiled, song } = await challenges.load(take.challengeId);
  const made = song.kind === 'bundled' ? null : await own.read(challenge.id);
  const shared: SharedChallenge = {
    id: `own-${crypto.randomUUID()}`,
    title: asSharedName(challenge.title[locale], 60) ?? 'Dance',
    maker: asSharedName(maker, 40),
    level: challenge.level,
    beats: { ...challenge.beatGrid },
    duration: challenge.duration,
    seated: challenge.seated,
    bundledSong: song.kind === 'bundled' ? song.id : null,
    songMimeType: made?.songMimeType ?? null,
    claimedScore: null,
    moves: compiled.moves.map((move) => ({
      name: asSharedName(move.name[locale], 40) ?? String(move.index + 1),
      start: move.start,
      end: Math.min(move.end, challenge.duration),
      keyTime: move.keyTime,
      hold: move.hold,
      limbs: [...move.limbs],
      weights: move.weights ?? {},
    })),
    reference: compiled.reference,
    ghost: shifted(decodePoseTrack(poses), take.music?.songStart ?? 0),
    song: made?.song ?? null,
  };
  return { ...shared, claimedScore: scoreOfGhost(shared) };
}

/** A name for the file that every system takes. */
export function nameChallengeFile(title: string): string {
  const plain = title.replace(/[^\p{L}\p{N} ._-]/gu, '').trim();
  return `${plain === '' ? 'challenge' : plain}${CHALLENGE_EXTENSION}`;
}

/** A sound that cannot be decoded, or that does not last as long as the dance, is no song for it. */
async function checkSound(song: Uint8Array<ArrayBuffer>, duration: number): Promise<void> {
  const { decodeSound } = await import('../media/decode-sound');
  let seconds = 0;
  try {
    const { channels, sampleRate } = await decodeSound(new Blob([song]));
    seconds = (channels[0]?.length ?? 0) / sampleRate;
  } catch (error) {
    refuseChallenge('sound', 'its sound cannot be decoded', error);
  }
  if (seconds < duration - SHORT_SECONDS) refuseChallenge('sound', `its sound ends after ${seconds} s`);
}

/** What the judge gives the ghost of a challenge; null = it has none. */
export function scoreOfGhost({ reference, moves, ghost, seated }: SharedChallenge): number | null {
  if (ghost === null) return null;
  const named = moves.map((move, index) => ({
    ...move,
    index,
    name: { en: '', 'zh-TW': '', 'zh-CN': '', ja: '', th: '' },
  }));
  return judgeTake({ reference, moves: named, mirrored: true, seated, player: ghost }).score;
}

/** From seconds of the take to song time. */
function shifted(track: PoseTrack, songStart: number): PoseTrack {
  return songStart === 0 ? track : { ...track, times: track.times.map((time) => time + songStart) };
}
