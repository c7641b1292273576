/** The session behind making a challenge: a source becomes a draft, the draft is changed, tried by bots and saved. */
import { createStore } from 'zustand/vanilla';
import type { BeatGrid } from '../core/beat-grid';
import { StudioError, asStudioError, isCancelled } from '../core/errors';
import type { SharedChallenge } from '../dance/challenge-file';
import { renumber } from '../dance/cut-track';
import { changeMove, mergeWithNext, splitMoveAt, withoutMove } from '../dance/draft-moves';
import { selfTest, withoutPassed } from '../dance/self-test';
import { encodeWav } from '../media/encode-wav';
import type { Pcm } from '../media/pcm';
import { poseTrackDuration } from '../pose/pose-track';
import type { ChallengeRecord } from '../storage/records';
import { createExchange, type ExchangeParts } from './challenge-exchange';
import type { ChallengeMaker, ChallengeMakerState, Draft } from './challenge-maker';
import {
  beginDraft,
  draftOf,
  gridOf,
  movesOf,
  referenceOf,
  sharedOf,
  SHORTEST_DANCE,
  trimDraft,
  type DraftSong,
} from './draft-challenge';
import { sameInAll } from './own-challenges';
import { isMotionFile, readDanceSource } from './read-dance-source';
import { scoreOfGhost } from './share-challenge';

const IDLE: Pick<ChallengeMakerState, 'phase' | 'progress' | 'error' | 'draft'> = {
  phase: 'idle',
  progress: null,
  error: null,
  draft: null,
};

/** What belongs to a draft and does not go into the store. */
interface Source {
  readonly film: File | null;
  readonly sound: Pcm | null;
  readonly beats: BeatGrid | null;
  /** The challenge as it was before it was changed. */
  readonly before: SharedChallenge | null;
}

const NO_SOURCE: Source = { film: null, sound: null, beats: null, before: null };

export function createChallengeMaker(parts: ExchangeParts): ChallengeMaker {
  const { storage, settings, own } = parts;
  const store = createStore<ChallengeMakerState>(() => ({ ...IDLE, challenges: [], deleted: null }));
  let source = NO_SOURCE;
  let job: AbortController | null = null;

  /** Runs `read` as the one job; what it gives becomes the draft, unless another has begun. */
  const begin = async (
    read: (
      signal: AbortSignal,
      onProgress: (progress: number | null) => void,
    ) => Promise<{ readonly source: Source; readonly draft: Draft }>,
  ): Promise<void> => {
    discard();
    const mine = new AbortController();
    job = mine;
    store.setState({ phase: 'working', progress: null, error: null });
    try {
      const made = await read(mine.signal, (progress) => {
        if (job === mine) store.setState({ progress });
      });
      if (job !== mine) return;
      source = made.source;
      store.setState({ phase: 'draft', progress: null, draft: made.draft });
    } catch (error) {
      if (job !== mine) return;
      store.setState({ ...IDLE, error: isCancelled(error) ? null : asStudioError(error, 'file-unreadable') });
    } finally {
      if (job === mine) job = null;
    }
  };

  const discard = (): void => {
    job?.abort();
    job = null;
    source = NO_SOURCE;
    store.setState({ ...IDLE });
  };

  const make = (file: File, origin: ChallengeRecord['origin'], name: string): Promise<void> =>
    begin(async (signal, onProgress) => {
      const { poseModel } = settings.store.getState();
      const { track, sound, beats, others } = await readDanceSource(file, { poseModel, signal, onProgress });
      const isMotion = isMotionFile(file.name);
      const draft = beginDraft({
        origin: isMotion ? 'bvh' : origin,
        name,
        track,
        beats,
        others,
        hasFilm: !isMotion,
        hasSound: sound !== null,
      });
      if (draft.moves.length === 0 || poseTrackDuration(track) < SHORTEST_DANCE)
        throw new StudioError('nobody-dances', `Nobody dances in ${file.name} for three seconds.`);
      return { draft, source: { film: isMotion ? null : file, sound, beats, before: null } };
    });

  /** Changes the draft; what the bots got before no longer holds. */
  const revise = (change: (draft: Draft) => Draft): void => {
    const { draft } = store.getState();
    if (draft !== null) store.setState({ draft: { ...change(draft), test: null } });
  };

  const songOf = (draft: Draft): DraftSong | null => {
    const { sound, before } = source;
    const isWhole = before !== null && draft.from === 0 && draft.to === before.duration;
    if (isWhole && before.song !== null && before.songMimeType !== null)
      return { bytes: before.song, mimeType: before.songMimeType };
    return sound === null
      ? null
      : { bytes: encodeWav(sound, draft.from, draft.to), mimeType: 'audio/wav' as const };
  };

  const write = async (draft: Draft): Promise<string> => {
    const { before, beats } = source;
    const id = draft.id ?? `own-${crypto.randomUUID()}`;
    const made = sharedOf(draft, id, gridOf(draft, beats), songOf(draft));
    const kept: SharedChallenge =
      before === null
        ? made
        : { ...made, maker: before.maker, bundledSong: before.bundledSong, ghost: before.ghost };
    await own.save({ ...kept, claimedScore: scoreOfGhost(kept) }, draft.origin);
    return id;
  };

  const exchange = createExchange(parts, store);
  return {
    ...exchange,
    store,
    makeFrom: (file) => make(file, 'video', file.name.replace(/\.[^.]+$/, '')),
    async makeFromTake(takeId) {
      const take = await storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      await make(await storage.takes.media(takeId), 'take', take.name);
    },
    edit: (id) =>
      begin(async (signal) => {
        const before = await own.read(id);
        const record = await storage.challenges.get(id);
        const sound = before.song === null ? null : await decodeSong(before.song, signal);
        return {
          draft: draftOf(before, record?.origin ?? 'import'),
          source: { film: null, sound, beats: before.beats, before },
        };
      }),
    cancel: discard,
    discard,
    change: (patch) => revise((draft) => ({ ...draft, ...patch })),
    trim: (from, to) => revise((draft) => (draft.fixed ? draft : trimDraft(draft, from, to, source.beats))),
    setWeight: (limb, weight) =>
      revise((draft) => ({ ...draft, weights: { ...draft.weights, [limb]: weight } })),
    setMove: (index, { name, ...patch }) =>
      revise((draft) => {
        const named = name === undefined ? patch : { ...patch, name: sameInAll(name) };
        return { ...draft, moves: changeMove(draft.moves, index, named, draft.to - draft.from) };
      }),
    removeMove: (index) =>
      revise((draft) =>
        draft.moves.length < 2 ? draft : { ...draft, moves: withoutMove(draft.moves, index) },
      ),
    splitMove: (index) => revise((draft) => ({ ...draft, moves: splitMoveAt(draft.moves, index) })),
    mergeMove: (index) => revise((draft) => ({ ...draft, moves: mergeWithNext(draft.moves, index) })),
    runTest() {
      const { draft } = store.getState();
      if (draft !== null) store.setState({ draft: tested(draft) });
    },
    async save() {
      const { draft } = store.getState();
      if (draft === null) return null;
      store.setState({ phase: 'saving', error: null });
      try {
        const id = await write(draft.test === null ? tested(draft) : draft);
        discard();
        await exchange.refresh();
        return id;
      } catch (error) {
        store.setState({ phase: 'draft', error: asStudioError(error, 'challenge-invalid') });
        return null;
      }
    },
    async openPreview(canvas) {
      const { createCoachView } = await import('../stage/coach-view');
      const view = createCoachView(canvas);
      return {
        show(seconds) {
          const { draft } = store.getState();
          if (draft === null) return;
          const { track, from, seated } = draft;
          view.render({ track, seconds: from + seconds, mirrored: true, seated });
        },
        dispose: () => view.dispose(),
      };
    },
    filmUrl: () => (source.film === null ? null : URL.createObjectURL(source.film)),
  };
}

/** The draft with what the bots got, without the moves that one of them passed. */
function tested(draft: Draft): Draft {
  const moves = movesOf(draft);
  const result = selfTest({ reference: referenceOf(draft), moves }, draft.seated);
  const left = withoutPassed(draft.moves, result);
  const dropped = draft.dropped + draft.moves.length - left.length;
  return { ...draft, moves: renumber(left), test: result, dropped };
}

async function decodeSong(song: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Pcm> {
  const { decodeSound } = await import('../media/decode-sound');
  return decodeSound(new Blob([song]), signal);
}
