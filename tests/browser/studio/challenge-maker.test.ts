/** Making challenges without a face: real films and captures in, a dance that the judge takes out. */
import { afterEach, describe, expect, it } from 'vitest';
import { findOthers } from '../../../src/media/find-others';
import { createPoseDetector } from '../../../src/pose/detector/detector-client';
import { judgeTake } from '../../../src/dance/judge';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createChallengeMaker } from '../../../src/studio/create-challenge-maker';
import { createOwnChallenges } from '../../../src/studio/own-challenges';
import { createSettings } from '../../../src/studio/create-settings';
import { openStorage, type Storage } from '../../../src/storage/storage';

const open: Storage[] = [];

afterEach(async () => {
  for (const storage of open.splice(0)) storage.dispose();
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
});

async function shared(path: string): Promise<Blob | null> {
  const response = await fetch(`/shared/${path}`);
  if (response.ok) return response.blob();
  console.warn(`SKIPPED: no ../shared/${path} beside the repository`);
  return null;
}

const squats = await shared('media/people/squats.mp4');
const two = await shared('media/people/two_people.mp4');
const hello = await shared('mocap/bvh/ad_wave_hello.bvh.gz');
const model = await fetch('/models/pose_landmarker_lite.task', { method: 'HEAD' });
if (!model.ok) console.warn('SKIPPED making challenges from films: the models are not built.');

async function rig() {
  const storage = await openStorage({ name: `maker-${Date.now()}` });
  open.push(storage);
  const own = createOwnChallenges(storage);
  const challenges = createChallengeShelf(own);
  const settings = await createSettings(storage);
  const maker = createChallengeMaker({ storage, settings, challenges, own });
  return { storage, challenges, maker, state: () => maker.store.getState() };
}

async function motion(zipped: Blob): Promise<File> {
  const plain = await new Response(zipped.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
  return new File([plain], 'wave hello.bvh');
}

describe.skipIf(squats === null || !model.ok)('a film', () => {
  it('becomes a challenge that its own dance passes and a bot does not, and travels as one file', async () => {
    const { maker, state, challenges } = await rig();
    const seen: number[] = [];
    maker.store.subscribe(({ progress }) => {
      if (progress !== null) seen.push(progress);
    });
    await maker.makeFrom(new File([squats ?? ''], 'squats.mp4'));
    expect(state().error).toBeNull();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(state().draft).toMatchObject({ title: 'squats', seated: false, from: 0, hasFilm: true });
    maker.runTest();
    expect(state().draft?.test?.scores.still).toBeLessThanOrEqual(8);
    maker.change({ title: 'Kitchen squats' });
    const id = await maker.save();
    expect(state().error).toBeNull();
    expect(state().challenges).toMatchObject([{ id, name: 'Kitchen squats', origin: 'video' }]);

    const loaded = await challenges.load(id ?? '');
    const { reference, moves } = loaded.compiled;
    const danced = judgeTake({ reference, moves, mirrored: false, seated: false, player: reference });
    expect(danced.score).toBeGreaterThanOrEqual(90);

    const copy = await maker.importFile(await maker.fileOf(id ?? ''));
    expect(copy.id).not.toBe(id);
    expect(copy).toMatchObject({ name: 'Kitchen squats', origin: 'import', rival: null });
    const arrived = await challenges.load(copy.id);
    expect(arrived.compiled.moves).toEqual(moves);
    expect(await challenges.list()).toEqual(
      expect.arrayContaining([expect.objectContaining({ id }), expect.objectContaining({ id: copy.id })]),
    );
  });

  it('leaves nothing when the search for the body is stopped', async () => {
    const { maker, state } = await rig();
    const making = maker.makeFrom(new File([squats ?? ''], 'squats.mp4'));
    maker.cancel();
    await making;
    expect(state()).toMatchObject({ phase: 'idle', draft: null, error: null, progress: null });
  });
});

describe.skipIf(two === null || squats === null || !model.ok)('somebody else in the picture', () => {
  it('is seen where there is somebody, and nowhere else', async () => {
    const detector = createPoseDetector({ model: 'lite', wantMatte: false, people: 2 });
    expect(await findOthers(two ?? new Blob(), { detector })).toEqual([0.5, 1.5]);
    expect(await findOthers(squats ?? new Blob(), { detector })).toEqual([]);
    detector.dispose();
  });

  it('a film that is shorter than any dance is refused', async () => {
    const { maker, state } = await rig();
    await maker.makeFrom(new File([two ?? ''], 'two.mp4'));
    expect(state()).toMatchObject({ phase: 'idle', draft: null, error: { code: 'nobody-dances' } });
  });
});

describe.skipIf(hello === null)('a motion file', () => {
  it('becomes a challenge to clicks, can be changed again, deleted and brought back', async () => {
    const { maker, state, challenges, storage } = await rig();
    await maker.makeFrom(await motion(hello ?? new Blob()));
    expect(state().error).toBeNull();
    expect(state().draft).toMatchObject({ origin: 'bvh', hasFilm: false, hasSound: false, bpm: null });
    const id = (await maker.save()) ?? '';
    const { song } = await challenges.load(id);
    expect(await storage.songs.list()).toMatchObject([{ id: song.id }]);

    await maker.edit(id);
    expect(state().draft).toMatchObject({ id, from: 0 });
    maker.setWeight('leftLeg', 'none');
    maker.change({ title: 'Hello', level: 5 });
    expect(await maker.save()).toBe(id);
    expect((await challenges.load(id)).challenge).toMatchObject({ level: 5, title: { en: 'Hello' } });
    expect((await challenges.load(id)).compiled.moves[0]?.weights).toEqual({ leftLeg: 0 });

    await maker.remove(id);
    expect(state()).toMatchObject({ challenges: [], deleted: { id, name: 'Hello' } });
    expect((await challenges.list()).some((one) => one.id === id)).toBe(false);
    await maker.undoRemove();
    expect(state()).toMatchObject({ challenges: [{ id }], deleted: null });
  });

  it('of an unknown skeleton is refused with the joints it lacks', async () => {
    const { maker, state } = await rig();
    const text = await (await motion(hello ?? new Blob())).text();
    await maker.makeFrom(new File([text.replaceAll(/elbow|forearm/gi, 'Blob')], 'odd.bvh'));
    expect(state()).toMatchObject({ phase: 'idle', draft: null });
    expect(state().error?.code).toBe('motion-unknown');
    expect(state().error?.values['joints']).toMatch(/leftElbow/);
  });
});

it('files that are no challenges are refused with a reason, and the library stays as it was', async () => {
  const { maker, state } = await rig();
  for (const [bytes, reason] of [
    ['', 'empty'],
    ['<svg onload=alert(1)>', 'foreign'],
    ['\u008f15CH\r\n\u001a', 'foreign'],
  ] as const) {
    await expect(maker.importFile(new File([bytes], 'x.fifteen-challenge'))).rejects.toMatchObject({
      code: 'challenge-invalid',
      values: { reason },
    });
  }
  expect(state().challenges).toEqual([]);
});
