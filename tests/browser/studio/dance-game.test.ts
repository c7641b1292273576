/** The dance machine end to end without a face: the demo dancer before the real pose model. */
import { expect, it } from 'vitest';
import { createChallengeMaker } from '../../../src/studio/create-challenge-maker';
import { createOwnChallenges } from '../../../src/studio/own-challenges';
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
  const own = createOwnChallenges(storage);
  const challenges = createChallengeShelf(own);
  const songs = createSongShelf(storage);
  const dance = createDance({
    storage,
    settings,
    songs,
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
  const maker = createChallengeMaker({ storage, settings, challenges, own });
  const file = await maker.fileOf(await maker.beatMe(result?.takeId ?? '', 'Mia'));
  const imported = await maker.importFile(file);
  // The ghost is judged anew by whoever imports it, from the poses alone.
  expect(imported.rival?.name).toBe('Mia');
  expect(Math.abs((imported.rival?.score ?? 0) - (result?.verdict.score ?? 100))).toBeLessThanOrEqual(10);
  expect((await own.load(imported.id))?.ghost?.length).toBeGreaterThan(50);
  await dance.close();
  storage.dispose();
});
