/** The dance machine's session: framing, count-in, coach, judge, result. */
import { createStore } from 'zustand/vanilla';
import { beatAt, beatPosition } from '../core/beat-grid';
import { StudioError, asStudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import type { ChallengeInfo } from '../dance/challenge';
import { createJudge, type Judge } from '../dance/judge';
import type { Judgement, MoveVerdict } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import { createProjectFromTake } from '../project/create-project';
import type { CoachStage } from '../stage/coach-stage';
import type { Storage } from '../storage/storage';
import { createBodyWatch, type BodyWatch, type Sighting } from './body-watch';
import type { ChallengeShelf, LoadedChallenge } from './challenge-shelf';
import type { ChallengeCard, Dance, DanceState } from './dance';
import type { DemoTracks } from './demo-tracks';
import { judgeFraming } from './framing';
import { judgeStoredTake } from './judge-stored-take';
import { NeutralStance } from './neutral-stance';
import { openPerformer, type Performer } from './performer';
import { PreviewSize } from './preview-size';
import type { Settings } from './settings';
import { createTakeClock, type LoadedSong, type TakeClock } from './song-clock';
import type { SongShelf } from './song-shelf';
import { startTakeSession, type TakeSession } from './take-session';

const TAKE_FPS = 30;
/** Silence before the song, so that the first beat is not lost in the switch of screens. */
const LEAD_IN_BEATS = 1;
/** A body that is gone this long pauses the game (DANCE.md). */
const BODY_LOST_SECONDS = 2;
/** How long a judgement lights the player's outline. */
const OUTLINE_SECONDS = 0.6;
/** The judge waits for looks that are still under way when the song ends. */
const LAST_LOOK_MS = 600;
/** A new combo begins below Great. */
const COMBO_JUDGEMENTS: readonly Judgement[] = ['perfect', 'great'];

const CLOSED: DanceState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  challenge: null,
  moveNames: [],
  framing: 'nobody',
  countdown: null,
  moveIndex: -1,
  lastVerdict: null,
  combo: 0,
  scoreSoFar: 0,
  pauseReason: null,
  result: null,
};

interface OpenFloor {
  readonly scope: Scope;
  readonly performer: Performer;
  readonly coach: CoachStage;
  readonly watch: BodyWatch;
  readonly loaded: LoadedChallenge;
  readonly song: LoadedSong;
  readonly neutral: NeutralStance;
  readonly canvas: HTMLCanvasElement;
}

interface Run {
  readonly clock: TakeClock;
  readonly session: TakeSession;
  readonly judge: Judge;
  readonly verdicts: MoveVerdict[];
  lastSeenMs: number;
  /** Song time of the last judgement, for the outline. */
  judgedAt: number;
  ending: boolean;
}

export interface DanceParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
  readonly demoTracks: DemoTracks;
}

/** The session behind the Dance and Result screens. One canvas at a time. */
export function createDance(parts: DanceParts): Dance {
  const store = createStore<DanceState>(() => CLOSED);
  const progressListeners = new Set<(progress: number) => void>();
  let floor: OpenFloor | null = null;
  let run: Run | null = null;
  let turn = 0;
  let lastPose: { pose: Pose; atMs: number } | null = null;

  const songSeconds = (clock: TakeClock, capturedAtMs: number): number =>
    clock.secondsAt(capturedAtMs) - parts.settings.store.getState().latencyMs / 1000;

  const isMirrored = (performer: Performer): boolean =>
    performer.source === 'demo' || parts.settings.store.getState().mirror;

  const drawFrame = (open: OpenFloor, previewSize: PreviewSize): void => {
    const now = performance.now();
    const seconds = run === null ? 0 : songSeconds(run.clock, now);
    const lit = run !== null && seconds - run.judgedAt < OUTLINE_SECONDS;
    open.coach.render({
      reference: open.loaded.compiled.reference,
      songSeconds: seconds,
      moves: open.loaded.compiled.moves,
      beat: beatAt(open.song.grid, seconds),
      player: {
        picture: open.performer.video,
        mirror: isMirrored(open.performer),
        pose: lastPose !== null && now - lastPose.atMs < 500 ? lastPose.pose : null,
        outlineJudgement: lit ? (store.getState().lastVerdict?.judgement ?? null) : null,
      },
      reducedMotion: prefersReducedMotion(parts.settings),
    });
    if (previewSize.note(performance.now() - now)) open.coach.resize(previewSize.size);
  };

  const announce = (current: Run, due: readonly MoveVerdict[], seconds: number): void => {
    for (const verdict of due) {
      current.verdicts.push(verdict);
      current.judgedAt = seconds;
      const { combo } = store.getState();
      const total = current.verdicts.reduce((sum, { score }) => sum + score, 0);
      store.setState({
        lastVerdict: verdict,
        combo: COMBO_JUDGEMENTS.includes(verdict.judgement) ? combo + 1 : 0,
        scoreSoFar: Math.round(total / current.verdicts.length),
      });
    }
  };

  /** What the clock alone decides: count-in, the current move, the end. */
  const tick = (open: OpenFloor, current: Run, seconds: number): void => {
    const { moves } = open.loaded.compiled;
    const { duration } = open.loaded.challenge;
    const firstMove = moves[0]?.start ?? 0;
    if (seconds >= duration) {
      void finish(open, current);
      return;
    }
    const { phase, countdown, moveIndex } = store.getState();
    if (phase === 'counting') {
      const beats = Math.ceil(-beatPosition({ ...open.song.grid, firstBeat: firstMove }, seconds));
      if (beats <= 0) store.setState({ phase: 'playing', countdown: null });
      else if (beats !== countdown && beats <= 4) store.setState({ countdown: beats });
    }
    const move = moves.findIndex(({ start, end }) => seconds >= start && seconds < end);
    if (move !== moveIndex && move >= 0) store.setState({ moveIndex: move });
    for (const listener of progressListeners) listener(Math.max(0, seconds / duration));
  };

  const onSighting = (open: OpenFloor, sighting: Sighting): void => {
    const { phase, framing } = store.getState();
    if (phase === 'framing') {
      const earlier =
        lastPose === null
          ? null
          : { pose: lastPose.pose, seconds: (sighting.capturedAtMs - lastPose.atMs) / 1000 };
      const hint = judgeFraming(sighting.pose, earlier, open.loaded.challenge.seated);
      open.neutral.note(hint === 'good' ? sighting.pose : null);
      if (hint !== framing) store.setState({ framing: hint });
    }
    if (sighting.pose !== null) lastPose = { pose: sighting.pose, atMs: sighting.capturedAtMs };
    if (run === null || run.ending || (phase !== 'counting' && phase !== 'playing')) return;
    const seconds = songSeconds(run.clock, sighting.capturedAtMs);
    run.session.addPose(seconds, sighting.pose);
    announce(run, run.judge.push(seconds, sighting.pose), seconds);
    if (sighting.pose !== null) run.lastSeenMs = sighting.capturedAtMs;
    else if (phase === 'playing' && sighting.capturedAtMs - run.lastSeenMs > BODY_LOST_SECONDS * 1000) {
      dance.pause();
      store.setState({ pauseReason: 'body-lost' });
    }
  };

  const finish = async (open: OpenFloor, current: Run): Promise<void> => {
    if (current.ending) return;
    // The last pictures are still being looked at.
    await new Promise((resolve) => setTimeout(resolve, LAST_LOOK_MS));
    if (current.ending || run !== current) return;
    current.ending = true;
    store.setState({ phase: 'judging' });
    try {
      current.clock.dispose();
      const verdict = current.judge.finish();
      const take = await current.session.finish(open.loaded.challenge.duration, verdict);
      store.setState({ phase: 'done', result: { verdict, takeId: take.id } });
    } catch (error) {
      store.setState({ phase: 'failed', error: asStudioError(error, 'recorder-failed') });
    } finally {
      if (run === current) run = null;
    }
  };

  const endRun = async (): Promise<void> => {
    const current = run;
    if (current === null || current.ending) return;
    current.ending = true;
    run = null;
    current.clock.dispose();
    await current.session.discard();
  };

  const dance: Dance = {
    store,
    async listChallenges() {
      const [challenges, takes] = await Promise.all([parts.challenges.list(), parts.storage.takes.list()]);
      return challenges.map((challenge) => {
        const scores = takes
          .filter((take) => take.challengeId === challenge.id && take.verdict !== null)
          .map((take) => take.verdict?.score ?? 0);
        return cardOf(challenge, scores.length === 0 ? null : Math.max(...scores));
      });
    },
    async open(canvas, challengeId, source) {
      await dance.close();
      turn += 1;
      const mine = turn;
      store.setState({ ...CLOSED, phase: 'loading', source });
      const scope = new Scope();
      try {
        const loaded = await parts.challenges.load(challengeId);
        store.setState({
          challenge: cardOf(loaded.challenge, null),
          moveNames: loaded.compiled.moves.map(({ name }) => name),
        });
        const settings = parts.settings.store.getState();
        const performer = scope.own(
          await openPerformer({
            source,
            cameraId: settings.cameraId,
            microphoneId: null,
            wantMicrophone: false,
            demoTrack: () => parts.demoTracks.load(challengeId),
          }),
        );
        // The dancer waits in the stance of the first frame until the song begins.
        performer.follow(() => (run === null ? 0 : run.clock.secondsAt(performance.now())));
        const song = await parts.songs.load(loaded.song);
        const previewSize = new PreviewSize();
        // three.js comes with the first screen that draws.
        const { createCoachStage } = await import('../stage/coach-stage');
        const coach = scope.own(createCoachStage(canvas, previewSize.size));
        const watch = scope.own(
          createBodyWatch({
            model: settings.poseModel,
            wantMatte: false,
            onSighting: (sighting) => {
              if (floor !== null) onSighting(floor, sighting);
            },
            onError: (error) => store.setState({ error }),
          }),
        );
        await watch.ready;
        if (mine !== turn) {
          scope.dispose();
          return;
        }
        const open: OpenFloor = {
          scope,
          performer,
          coach,
          watch,
          loaded,
          song: { ...song, songStart: 0 },
          neutral: new NeutralStance(),
          canvas,
        };
        floor = open;
        scope.defer(
          performer.onPicture((capturedAtMs) => {
            watch.look(performer.video, capturedAtMs, false);
            if (run !== null && !run.ending) {
              const seconds = songSeconds(run.clock, capturedAtMs);
              if (store.getState().phase !== 'paused') {
                if (seconds < loaded.challenge.duration) run.session.addPicture(performer.video, seconds);
                tick(open, run, seconds);
              }
            }
            drawFrame(open, previewSize);
          }),
        );
        scope.defer(
          performer.onLost((error) => {
            void endRun().finally(() => store.setState({ phase: 'failed', error }));
          }),
        );
        store.setState({ phase: 'framing' });
      } catch (error) {
        scope.dispose();
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async start() {
      const open = floor;
      if (open === null || run !== null || store.getState().phase !== 'framing') return;
      const { challenge, compiled, song } = open.loaded;
      store.setState({
        phase: 'counting',
        countdown: null,
        moveIndex: -1,
        combo: 0,
        scoreSoFar: 0,
        lastVerdict: null,
        result: null,
      });
      try {
        const neutral = open.neutral.mean();
        const session = await startTakeSession({
          storage: parts.storage,
          name: challenge.title.en,
          origin: open.performer.source,
          size: open.performer.size,
          fps: TAKE_FPS,
          mirror: isMirrored(open.performer),
          microphone: null,
          music: { song, songStart: 0 },
          challengeId: challenge.id,
        });
        const clock = createTakeClock(open.song, LEAD_IN_BEATS);
        run = {
          clock,
          session,
          judge: createJudge({
            reference: compiled.reference,
            moves: compiled.moves,
            // The player faces the coach and follows as a mirror does.
            mirrored: true,
            seated: challenge.seated,
            aspect: open.performer.size.width / open.performer.size.height,
            ...(neutral === null ? {} : { neutral }),
          }),
          verdicts: [],
          lastSeenMs: performance.now(),
          judgedAt: -Infinity,
          ending: false,
        };
        await clock.start();
      } catch (error) {
        await endRun();
        store.setState({ phase: 'failed', error: asStudioError(error, 'recorder-failed') });
      }
    },
    pause() {
      const { phase } = store.getState();
      if (run === null || run.ending || (phase !== 'playing' && phase !== 'counting')) return;
      run.clock.pause();
      store.setState({ phase: 'paused', pauseReason: 'person' });
    },
    resume() {
      if (run === null || store.getState().phase !== 'paused') return;
      run.lastSeenMs = performance.now();
      run.clock.resume();
      store.setState({ phase: store.getState().moveIndex < 0 ? 'counting' : 'playing', pauseReason: null });
    },
    async restart() {
      if (floor === null) return;
      await endRun();
      store.setState({ phase: 'framing', countdown: null, result: null, error: null, pauseReason: null });
      await dance.start();
    },
    async close() {
      turn += 1;
      const open = floor;
      floor = null;
      lastPose = null;
      try {
        await endRun();
      } finally {
        open?.scope.dispose();
        store.setState({ phase: 'closed', countdown: null, pauseReason: null, error: null });
      }
    },
    onProgress(listener) {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    judgeTake: (takeId, challengeId, options) => judgeStoredTake(parts, takeId, challengeId, options),
    async resultOf(takeId) {
      const take = await parts.storage.takes.get(takeId);
      if (take?.verdict == null || take.challengeId === null) return null;
      const { challenge, compiled } = await parts.challenges.load(take.challengeId);
      return {
        verdict: take.verdict,
        challenge: cardOf(challenge, null),
        moveNames: compiled.moves.map(({ name }) => name),
      };
    },
    async editTake(takeId) {
      const take = await parts.storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      const project = createProjectFromTake(take, { id: crypto.randomUUID(), now: Date.now() });
      await parts.storage.projects.save(project);
      return project.id;
    },
  };

  return dance;
}

function cardOf(challenge: ChallengeInfo, best: number | null): ChallengeCard {
  return {
    id: challenge.id,
    seriesId: challenge.seriesId,
    seriesName: challenge.seriesName,
    title: challenge.title,
    level: challenge.level,
    bpm: challenge.beatGrid.bpm,
    duration: challenge.duration,
    best,
    seated: challenge.seated,
  };
}

function prefersReducedMotion(settings: Settings): boolean {
  const { motion } = settings.store.getState();
  if (motion !== 'system') return motion === 'reduced';
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
