/** Practice and the delay check without a face: the demo dancer before the real pose model. */
import { afterEach, expect, it } from 'vitest';
import { createCalibration } from '../../../src/studio/create-calibration';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createPractice } from '../../../src/studio/create-practice';
import { createDemoTracks } from '../../../src/studio/demo-tracks';
import { createSettings } from '../../../src/studio/create-settings';
import { createSongShelf } from '../../../src/studio/song-shelf';
import { openStorage, type Storage } from '../../../src/storage/storage';

const open: Storage[] = [];

afterEach(async () => {
  for (const storage of open.splice(0)) storage.dispose();
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
});

async function parts() {
  const storage = await openStorage({ name: `practice-${Date.now()}` });
  open.push(storage);
  const challenges = createChallengeShelf();
  return {
    storage,
    settings: await createSettings(storage),
    songs: createSongShelf(storage),
    challenges,
    demoTracks: createDemoTracks(challenges),
  };
}

function stage(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  return canvas;
}

it('loops a stretch at another tempo, fades its help, and keeps the best of each move', async () => {
  const studio = await parts();
  const practice = createPractice(studio);
  await practice.open(stage(), 'neon-warmup', 'demo', { from: 1, to: 2 });
  expect(practice.store.getState()).toMatchObject({ phase: 'ready', from: 1, to: 2, tempo: 0.75 });
  await practice.start();
  await new Promise<void>((resolve) => {
    practice.store.subscribe(({ round, phase }) => {
      if (round >= 1 || phase === 'failed') resolve();
    });
  });
  const { roundScore, guidance, best, error } = practice.store.getState();
  expect(error).toBeNull();
  expect(roundScore).toBeGreaterThanOrEqual(70);
  expect(guidance).toBeLessThan(1);
  expect(best.map((score) => score !== null)).toEqual(best.map((_, move) => move === 1 || move === 2));
  await practice.close();
  const [kept] = await studio.storage.plays.list('neon-warmup');
  expect(kept?.kind).toBe('practice');
  expect(kept?.moves.map((score) => score >= 0)).toEqual(best.map((_, move) => move === 1 || move === 2));
});

it('measures the delay of this very machine by the claps of the demo dancer, steadily', async () => {
  const { settings } = await parts();
  const calibration = createCalibration({ settings });
  await calibration.open(stage(), 'demo');
  expect(calibration.store.getState().phase).toBe('ready');
  await calibration.start();
  await new Promise<void>((resolve) => {
    calibration.store.subscribe(({ phase }) => {
      if (phase === 'done' || phase === 'failed') resolve();
    });
  });
  const { result } = calibration.store.getState();
  expect(result).toMatchObject({ found: true });
  if (result?.found === true) {
    expect(result.spreadMs).toBeLessThanOrEqual(40);
    expect(Math.abs(result.latencyMs)).toBeLessThanOrEqual(250);
    calibration.keep();
    expect(settings.store.getState().latencyMs).toBe(result.latencyMs);
  }
  await calibration.close();
});
