/** The session of the latency check: one round of clicks at a time. */
import { createStore } from 'zustand/vanilla';
import { beatTime, type BeatGrid } from '../core/beat-grid';
import { asStudioError, StudioError } from '../core/errors';
import { Scope } from '../core/ownership';
import { clamp } from '../core/scalar';
import { measureLatency, sightHands, type HandSighting } from '../dance/measure-latency';
import { createSongPlayer, type SongPlayer } from '../media/song-player';
import { createBodyWatch } from './body-watch';
import type { Calibration, CalibrationState } from './calibration';
import { clappingTrack } from './clapping-track';
import { openPerformer, type Performer } from './performer';
import type { Settings } from './settings';

/** Slow enough that a late clap is never taken for an early one. */
const GRID: BeatGrid = { bpm: 92, firstBeat: 0, beatsPerBar: 4 };
const COUNT_IN = 4;
const CLICKS = 8;
/** Beats after the last click in which its clap may still be seen. */
const LAST_BEATS = 1.2;
const SAMPLE_RATE = 48_000;
const MOST_MS = 300;

const CLOSED: CalibrationState = {
  phase: 'closed',
  source: 'camera',
  error: null,
  handsSeen: false,
  click: 0,
  countIn: COUNT_IN,
  clicks: CLICKS,
  result: null,
};

interface Bench {
  readonly scope: Scope;
  readonly performer: Performer;
  readonly context: CanvasRenderingContext2D;
}

export function createCalibration(parts: { readonly settings: Settings }): Calibration {
  const store = createStore<CalibrationState>(() => CLOSED);
  let bench: Bench | null = null;
  let player: SongPlayer | null = null;
  let sightings: HandSighting[] = [];
  let turn = 0;

  const endRound = (): void => {
    player?.dispose();
    player = null;
  };

  const finishRound = (): void => {
    endRound();
    const result = measureLatency(sightings, GRID, COUNT_IN, CLICKS);
    store.setState({ phase: 'done', click: 0, result });
  };

  const onPicture = (open: Bench): void => {
    drawMirrored(open);
    if (player === null) return;
    const seconds = player.songTimeAt(performance.now());
    if (seconds >= beatTime(GRID, COUNT_IN + CLICKS - 1 + LAST_BEATS)) {
      finishRound();
      return;
    }
    const click = clamp(Math.floor(seconds / beatTime(GRID, 1)) + 1, 0, COUNT_IN + CLICKS);
    if (click !== store.getState().click) store.setState({ click });
  };

  const calibration: Calibration = {
    store,
    async open(canvas, source) {
      await calibration.close();
      turn += 1;
      const mine = turn;
      store.setState({ ...CLOSED, phase: 'loading', source });
      const scope = new Scope();
      try {
        const { cameraId, poseModel } = parts.settings.store.getState();
        const performer = scope.own(
          await openPerformer({
            source,
            cameraId,
            microphoneId: null,
            wantMicrophone: false,
            demoTrack: () => Promise.resolve(clappingTrack(GRID, COUNT_IN + CLICKS + 2)),
          }),
        );
        performer.follow((nowMs) => player?.songTimeAt(nowMs) ?? 0);
        const context = canvas.getContext('2d');
        if (context === null) throw new StudioError('webgl-missing', 'The canvas cannot be drawn on.');
        canvas.width = performer.size.width;
        canvas.height = performer.size.height;
        const open: Bench = { scope, performer, context };
        const aspect = performer.size.width / performer.size.height;
        const watch = scope.own(
          createBodyWatch({
            model: poseModel,
            wantMatte: false,
            onSighting({ pose, capturedAtMs }) {
              const hands = sightHands(pose, aspect, player?.songTimeAt(capturedAtMs) ?? 0);
              if ((hands !== null) !== store.getState().handsSeen)
                store.setState({ handsSeen: hands !== null });
              if (hands !== null && player !== null) sightings.push(hands);
            },
            onError: (error) => store.setState({ error }),
          }),
        );
        await watch.ready;
        if (mine !== turn) {
          scope.dispose();
          return;
        }
        scope.defer(
          performer.onPicture((capturedAtMs) => {
            watch.look(performer.video, capturedAtMs, false);
            onPicture(open);
          }),
        );
        scope.defer(
          performer.onLost((error) => {
            endRound();
            store.setState({ phase: 'failed', error });
          }),
        );
        bench = open;
        store.setState({ phase: 'ready' });
      } catch (error) {
        scope.dispose();
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async start() {
      if (bench === null || player !== null) return;
      sightings = [];
      const beats = COUNT_IN + CLICKS;
      const length = Math.ceil(beatTime(GRID, beats + LAST_BEATS) * SAMPLE_RATE);
      try {
        player = createSongPlayer({ sampleRate: SAMPLE_RATE, channels: [new Float32Array(length)] });
        store.setState({ phase: 'listening', click: 0, result: null, error: null });
        await player.start(
          0,
          Array.from({ length: beats }, (_, beat) => ({
            songTime: beatTime(GRID, beat),
            accent: beat >= COUNT_IN,
          })),
        );
      } catch (error) {
        endRound();
        store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    keep() {
      const { result } = store.getState();
      if (result?.found !== true) return;
      parts.settings.change({ latencyMs: clamp(result.latencyMs, -MOST_MS, MOST_MS), latencyOffered: true });
    },
    close() {
      turn += 1;
      endRound();
      bench?.scope.dispose();
      bench = null;
      store.setState(CLOSED);
      return Promise.resolve();
    },
  };
  return calibration;
}

/** As in a mirror, whatever was chosen: hands are easier to find so. */
function drawMirrored({ performer, context }: Bench): void {
  const { width, height } = context.canvas;
  context.setTransform(-1, 0, 0, 1, width, 0);
  context.drawImage(performer.video, 0, 0, width, height);
}
