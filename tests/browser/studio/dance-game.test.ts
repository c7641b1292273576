/** The dance machine end to end without a face: the demo dancer before the real pose model. */
import { expect, it } from 'vitest';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createDance } from '../../../src/studio/create-dance';
import { createDemoTracks } from '../../../src/studio/demo-tracks';
import { createSettings } from '../../../src/studio/create-settings';
import { createSongShelf } from '../../../src/studio/song-shelf';
import { decodePoseTrack } from '../../../src/pose/pose-track-bytes';
import { TAKE_FILES } from '../../../src/storage/records';
import { openStorage } from '../../../src/storage/storage';

it('judges the demo dancer as somebody who can dance, and keeps the take', async () => {
  const storage = await openStorage();
  const settings = await createSettings(storage);
  const challenges = createChallengeShelf();
  const dance = createDance({
    storage,
    settings,
    songs: createSongShelf(storage),
    challenges,
    demoTracks: createDemoTracks(challenges),
  });
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  await dance.open(canvas, 'neon-warmup', 'demo');
  expect(dance.store.getState().error).toBeNull();
  expect(dance.store.getState().phase).toBe('framing');
  await dance.start();
  await new Promise<void>((resolve) => {
    dance.store.subscribe(({ phase }) => {
      if (phase === 'done' || phase === 'failed') resolve();
    });
  });
  const { result, error } = dance.store.getState();
  expect(error).toBeNull();
  const take = await storage.takes.get(result?.takeId ?? '');
  expect(result?.verdict.score).toBeGreaterThanOrEqual(80);
  expect(take?.verdict).toEqual(result?.verdict);
  expect(take?.duration).toBeCloseTo(15, 0);
  const poses = await storage.takes.readFile(result?.takeId ?? '', TAKE_FILES.pose);
  expect(decodePoseTrack(poses ?? new Uint8Array()).length).toBeGreaterThan(50);
  await dance.close();
  storage.dispose();
});
