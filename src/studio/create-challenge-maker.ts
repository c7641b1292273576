/** The session behind making a challenge, and behind the shelf of one's own. */
import { createStore } from 'zustand/vanilla';
import type { BeatGrid } from '../core/beat-grid';
import { StudioError, asStudioError, isCancelled } from '../core/errors';
import { changeMove, mergeWithNext, splitMoveAt, withoutMove } from '../dance/draft-moves';
import { renumber } from '../dance/cut-track';
import { selfTest, withoutPassed } from '../dance/self-test';
import { encodeWav } from '../media/encode-wav';
import type { Pcm } from '../media/pcm';
import type { PoseTrack } from '../pose/pose-track';
import type { ChallengeRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeMaker, ChallengeMakerState, Draft } from './challenge-maker';
import type { ChallengeShelf } from './challenge-shelf';
import { beginDraft, gridOf, movesOf, referenceOf, sharedOf, trimDraft } from './draft-challenge';
import { sameInAll, type OwnChallenges } from './own-challenges';
import { isMotionFile, readDanceSource } from './read-dance-source';
import type { Settings } from './settings';
import { challengeWithGhost, importChallenge, nameChallengeFile } from './share-challenge';

/** Until the browser has read the file. */
const DOWNLOAD_MS = 60_000;

const IDLE: Pick<ChallengeMakerState, 'phase' | 'progress' | 'error' | 'draft'> = {
  phase: 'idle',
  progress: null,
  error: null,
  draft: null,
};

export interface ChallengeMakerParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly challenges: ChallengeShelf;
  readonly own: OwnChallenges;
}

/** What belongs to a draft and does not go into the store. */
interface Source {
  readonly film: File | null;
  readonly sound: Pcm | null;
  readonly beats: BeatGrid | null;
}

export function createChallengeMaker(parts: ChallengeMakerParts): ChallengeMaker {
  const { storage, settings, own } = parts;
  const store = createStore<ChallengeMakerState>(() => ({ ...IDLE, challenges: [], deleted: null }));
  let source: Source = { film: null, sound: null, beats: null };
  let job: AbortController | null = null;

  const refresh = async (): Promise<void> => {
    const { deleted } = store.getState();
    const challenges = await storage.challenges.list();
    store.setState({ challenges: challenges.filter(({ id }) => id !== deleted?.id) });
  };

  const make = async (file: File, origin: ChallengeRecord['origin'], name: string): Promise<void> => {
    maker.discard();
    const mine = new AbortController();
    job = mine;
    store.setState({ phase: 'working', progress: null, error: null });
    try {
      const { track, sound, beats } = await readDanceSource(file, {
        poseModel: settings.store.getState().poseModel,
        signal: mine.signal,
        onProgress: (progress) => {
          if (job === mine) store.setState({ progress });
        },
      });
      if (job !== mine) return;
      source = { film: isMotionFile(file.name) ? null : file, sound, beats };
      const draft = beginDraft(isMotionFile(file.name) ? 'bvh' : origin, name, track, beats);
      if (draft.moves.length === 0)
        throw new StudioError('challenge-invalid', `Nobody dances in ${file.name} for three seconds.`);
      store.setState({ phase: 'draft', progress: null, draft });
    } catch (error) {
      if (job !== mine) return;
      store.setState({ ...IDLE, error: isCancelled(error) ? null : asStudioError(error, 'file-unreadable') });
    } finally {
      if (job === mine) job = null;
    }
  };

  /** Changes the draft; what the bots got before no longer holds. */
  const revise = (change: (draft: Draft) => Draft): void => {
    const { draft } = store.getState();
    if (draft !== null) store.setState({ draft: { ...change(draft), test: null } });
  };

  const test = (draft: Draft): Draft => {
    const reference: PoseTrack = referenceOf(draft);
    const result = selfTest({ reference, moves: movesOf(draft) }, draft.seated);
    const left = withoutPassed(draft.moves, result);
    const dropped = draft.moves.length - left.length;
    return { ...draft, moves: renumber(left), test: result, dropped: draft.dropped + dropped };
  };

  /** A deleted challenge that can no longer be brought back. */
  const emptyTrash = async (): Promise<void> => {
    const { deleted } = store.getState();
    if (deleted !== null) await own.remove(deleted.id);
  };

  const maker: ChallengeMaker = {
    store,
    refresh,
    makeFrom: (file) => make(file, 'video', file.name.replace(/\.[^.]+$/, '')),
    async makeFromTake(takeId) {
      const take = await storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      await make(await storage.takes.media(takeId), 'take', take.name);
    },
    cancel() {
      job?.abort();
      job = null;
      store.setState({ ...IDLE });
    },
    change: (patch) => revise((draft) => ({ ...draft, ...patch })),
    trim: (from, to) => revise((draft) => trimDraft(draft, from, to, source.beats)),
    setWeight: (limb, weight) =>
      revise((draft) => ({ ...draft, weights: { ...draft.weights, [limb]: weight } })),
    setMove: (index, { name, ...patch }) =>
      revise((draft) => ({
        ...draft,
        moves: changeMove(
          draft.moves,
          index,
          name === undefined ? patch : { ...patch, name: sameInAll(name) },
          draft.to - draft.from,
        ),
      })),
    removeMove: (index) =>
      revise((draft) =>
        draft.moves.length < 2 ? draft : { ...draft, moves: withoutMove(draft.moves, index) },
      ),
    splitMove: (index) => revise((draft) => ({ ...draft, moves: splitMoveAt(draft.moves, index) })),
    mergeMove: (index) => revise((draft) => ({ ...draft, moves: mergeWithNext(draft.moves, index) })),
    runTest() {
      const { draft } = store.getState();
      if (draft !== null) store.setState({ draft: test(draft) });
    },
    async save() {
      const { draft } = store.getState();
      if (draft === null) return null;
      store.setState({ phase: 'saving', error: null });
      try {
        const tested = draft.test === null ? test(draft) : draft;
        const { sound, beats } = source;
        const song =
          sound === null
            ? null
            : { bytes: encodeWav(sound, tested.from, tested.to), mimeType: 'audio/wav' as const };
        const id = `own-${crypto.randomUUID()}`;
        await own.save(sharedOf(tested, id, gridOf(tested, beats), song), tested.origin);
        maker.discard();
        await refresh();
        return id;
      } catch (error) {
        store.setState({ phase: 'draft', error: asStudioError(error, 'challenge-invalid') });
        return null;
      }
    },
    discard() {
      job?.abort();
      job = null;
      source = { film: null, sound: null, beats: null };
      store.setState({ ...IDLE });
    },
    async openPreview(canvas) {
      const { createCoachView } = await import('../stage/coach-view');
      const view = createCoachView(canvas);
      return {
        show(seconds) {
          const { draft } = store.getState();
          if (draft === null) return;
          view.render({
            track: draft.track,
            seconds: draft.from + seconds,
            mirrored: true,
            seated: draft.seated,
          });
        },
        dispose: () => view.dispose(),
      };
    },
    filmUrl: () => (source.film === null ? null : URL.createObjectURL(source.film)),
    async importFile(file) {
      const record = await own.save(await importChallenge(file), 'import');
      await refresh();
      return record;
    },
    async fileOf(id) {
      const file = await storage.challenges.file(id);
      const record = await storage.challenges.get(id);
      return new File([file], nameChallengeFile(record?.name ?? id), { type: 'application/octet-stream' });
    },
    async download(id) {
      const file = await maker.fileOf(id);
      const url = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
    },
    async beatMe(takeId, name) {
      const challenge = await challengeWithGhost(parts, takeId, name);
      await own.save(challenge, 'take');
      await refresh();
      return challenge.id;
    },
    async remove(id) {
      await emptyTrash();
      const record = await storage.challenges.get(id);
      store.setState({ deleted: { id, name: record?.name ?? '' } });
      await refresh();
    },
    async undoRemove() {
      store.setState({ deleted: null });
      await refresh();
    },
  };
  return maker;
}
