/** The practice session: one loop after the other over a floor, judged move by move, recorded nowhere. */
import { createStore } from 'zustand/vanilla';
import { beatPosition, beatSeconds } from '../core/beat-grid';
import { asStudioError } from '../core/errors';
import { createJudge, SCORE_VERSION, type Judge } from '../dance/judge';
import type { MoveVerdict } from '../dance/judgement';
import { nextGuidance } from '../dance/practice-guidance';
import type { PlayRecord } from '../storage/records';
import { cardOf, ON_THE_FLOOR } from './challenge-card';
import type { DanceParts } from './create-dance';
import { openDanceFloor, type DanceFloor } from './dance-floor';
import type { Practice, PracticeState } from './practice';
import { createTakeClock, type TakeClock } from './song-clock';

/** Seconds after the last move in which its verdict still comes. */
const TAIL_SECONDS = 0.3;
/** How long a judgement lights the player's outline. */
const OUTLINE_SECONDS = 0.6;

const CLOSED: PracticeState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  challenge: null,
  moveNames: [],
  moveIndex: -1,
  countdown: null,
  lastVerdict: null,
  guidance: 1,
  round: 0,
  roundScore: null,
  best: [],
  tempo: 0.75,
  from: 0,
  to: 0,
  mirrored: true,
  fades: true,
};

interface Round {
  readonly clock: TakeClock;
  readonly judge: Judge;
  /** Song time at which the loop's first move begins and its last one ends. */
  readonly start: number;
  readonly end: number;
  readonly verdicts: MoveVerdict[];
  judgedAt: number;
}

export function createPractice(parts: DanceParts): Practice {
  const store = createStore<PracticeState>(() => CLOSED);
  let floor: DanceFloor | null = null;
  let round: Round | null = null;
  let turn = 0;
  /** Best of each move since the floor was opened, to be remembered. */
  let danced: (number | null)[] = [];

  const latency = (): number => parts.settings.store.getState().latencyMs / 1000;
  const secondsAt = (current: Round, nowMs: number): number => current.clock.secondsAt(nowMs) - latency();

  const beginRound = async (open: DanceFloor): Promise<void> => {
    round?.clock.dispose();
    const { from, to, mirrored } = store.getState();
    const { choreography, song } = open.dance;
    const moves = choreography.moves.slice(from, to + 1);
    const start = moves[0]?.start ?? 0;
    const bar = song.grid.beatsPerBar * beatSeconds(song.grid);
    const neutral = open.framing.neutral();
    const begun: Round = {
      // A bar of the music itself counts in.
      clock: createTakeClock({ ...song, songStart: 0 }, (bar - start) / beatSeconds(song.grid)),
      judge: createJudge({
        reference: choreography.reference,
        moves,
        mirrored,
        seated: open.framing.isSeated,
        aspect: open.performer.size.width / open.performer.size.height,
        ...(neutral === null ? {} : { neutral }),
      }),
      start,
      end: (moves.at(-1)?.end ?? 0) + TAIL_SECONDS,
      verdicts: [],
      judgedAt: -Infinity,
    };
    round = begun;
    store.setState({ phase: 'counting', countdown: null, moveIndex: -1, lastVerdict: null });
    await begun.clock.start();
  };

  const hear = (current: Round, due: readonly MoveVerdict[], seconds: number): void => {
    for (const verdict of due) {
      current.verdicts.push(verdict);
      current.judgedAt = seconds;
      danced[verdict.move] = Math.max(danced[verdict.move] ?? 0, verdict.score);
      const best = store
        .getState()
        .best.map((score, move) => (move === verdict.move ? Math.max(score ?? 0, verdict.score) : score));
      store.setState({ lastVerdict: verdict, best });
    }
  };

  const endRound = (open: DanceFloor, current: Round): void => {
    hear(current, current.judge.finish().moves.slice(current.verdicts.length), current.end);
    const scores = current.verdicts.map(({ score }) => score);
    const roundScore = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    const { fades, guidance, round: rounds } = store.getState();
    store.setState({
      round: rounds + 1,
      roundScore,
      guidance: fades ? nextGuidance(guidance, roundScore) : 1,
    });
    beginRound(open).catch((error: unknown) => {
      store.setState({ phase: 'failed', error: asStudioError(error) });
    });
  };

  const onPicture = (open: DanceFloor, capturedAtMs: number): void => {
    const current = round;
    const now = current === null ? 0 : secondsAt(current, performance.now());
    if (current !== null) {
      const seconds = secondsAt(current, capturedAtMs);
      const { phase, countdown, moveIndex } = store.getState();
      const beats = Math.ceil(-beatPosition({ ...open.dance.song.grid, firstBeat: current.start }, seconds));
      if (beats > 0 && beats !== countdown) store.setState({ countdown: beats });
      if (beats <= 0 && phase === 'counting') store.setState({ phase: 'dancing', countdown: null });
      const move = open.dance.choreography.moves.findIndex(
        ({ start, end }) => seconds >= start && seconds < end,
      );
      if (beats <= 0 && move !== moveIndex && move >= 0) store.setState({ moveIndex: move });
      if (seconds >= current.end) endRound(open, current);
    }
    const { lastVerdict, guidance, mirrored } = store.getState();
    const isLit = current !== null && now - current.judgedAt < OUTLINE_SECONDS;
    open.draw(now, { outline: isLit ? (lastVerdict?.judgement ?? null) : null, guidance, mirrored });
  };

  const stopRound = (): void => {
    round?.clock.dispose();
    round = null;
  };

  /** What was danced, kept as one entry of the history. */
  const remember = async (): Promise<void> => {
    const { challenge, best } = store.getState();
    const scores = danced.filter((score) => score !== null);
    if (challenge === null || scores.length === 0) return;
    const record: PlayRecord = {
      id: crypto.randomUUID(),
      challengeId: challenge.id,
      playedAt: Date.now(),
      scoreVersion: SCORE_VERSION,
      score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
      stars: 0,
      maxCombo: 0,
      moves: best.map((_, move) => danced[move] ?? -1),
      player: null,
      takeId: null,
      kind: 'practice',
    };
    danced = best.map(() => null);
    await parts.storage.plays.add(record);
  };

  const practice: Practice = {
    store,
    async open(canvas, challengeId, source, moves) {
      await practice.close();
      turn += 1;
      const mine = turn;
      store.setState({ ...CLOSED, phase: 'loading', source });
      try {
        const [loaded, plays] = await Promise.all([
          parts.challenges.load(challengeId),
          parts.storage.plays.list(challengeId),
        ]);
        const last = loaded.compiled.moves.length - 1;
        const from = Math.min(last, Math.max(0, moves?.from ?? 0));
        store.setState({
          challenge: cardOf(loaded.challenge, ON_THE_FLOOR),
          moveNames: loaded.compiled.moves.map(({ name }) => name),
          best: bestOf(plays, last + 1),
          from,
          to: Math.max(from, Math.min(last, moves?.to ?? last)),
        });
        danced = loaded.compiled.moves.map(() => null);
        const opened = await openDanceFloor({
          ...parts,
          canvas,
          source,
          loaded,
          // The dancer's track is at the composed tempo.
          demoSeconds: (nowMs) =>
            round === null ? 0 : round.clock.secondsAt(nowMs) * (floor?.dance.tempo ?? 1),
          onPicture,
          onSighting(open, { pose, capturedAtMs }) {
            if (round === null) open.framing.look(pose, capturedAtMs / 1000, open.isDark);
            if (pose !== null) open.notePose(pose, capturedAtMs);
            if (round === null) return;
            const seconds = secondsAt(round, capturedAtMs);
            hear(round, round.judge.push(seconds, pose), seconds);
          },
          onError: (error) => store.setState({ error }),
          onLost: (error) => {
            stopRound();
            store.setState({ phase: 'failed', error });
          },
        });
        await opened.setTempo(store.getState().tempo);
        if (mine !== turn) {
          opened.dispose();
          return;
        }
        floor = opened;
        store.setState({ phase: 'ready' });
      } catch (error) {
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async change(choices) {
      const wasRunning = round !== null;
      stopRound();
      const before = store.getState();
      const last = before.moveNames.length - 1;
      const from = Math.min(last, Math.max(0, choices.from ?? before.from));
      const to = Math.max(from, Math.min(last, choices.to ?? before.to));
      store.setState({ ...choices, from, to, guidance: 1 });
      if (floor === null) return;
      try {
        await floor.setTempo(store.getState().tempo);
        if (wasRunning) await beginRound(floor);
        else store.setState({ phase: 'ready' });
      } catch (error) {
        store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async start() {
      if (floor === null || round !== null) return;
      store.setState({ round: 0, roundScore: null, guidance: 1, error: null });
      try {
        await beginRound(floor);
      } catch (error) {
        store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async stop() {
      stopRound();
      if (floor !== null)
        store.setState({ phase: 'ready', countdown: null, moveIndex: -1, lastVerdict: null });
      try {
        await remember();
      } catch (error) {
        store.setState({ error: asStudioError(error) });
      }
    },
    async close() {
      turn += 1;
      const open = floor;
      floor = null;
      try {
        await practice.stop();
      } finally {
        open?.dispose();
        store.setState({ phase: 'closed', countdown: null });
      }
    },
  };
  return practice;
}

/** Best score of each move in any play or practice of this scorer. */
function bestOf(plays: readonly PlayRecord[], count: number): (number | null)[] {
  const counted = plays.filter(({ scoreVersion }) => scoreVersion === SCORE_VERSION);
  return Array.from({ length: count }, (_, move) => {
    const scores = counted.map(({ moves }) => moves[move] ?? -1).filter((score) => score >= 0);
    return scores.length === 0 ? null : Math.max(...scores);
  });
}
