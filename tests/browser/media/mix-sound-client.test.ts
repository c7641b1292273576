/** Mixed beside the page, the film sounds to the bit as it does mixed in it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSoundMixer } from '../../../src/media/mix-sound-client';
import { mixSound } from '../../../src/media/mix-sound';
import type { MixRequest } from '../../../src/media/mix-sound-protocol';
import type { Pcm } from '../../../src/media/pcm';
import type { SoundPiece, SoundPlan } from '../../../src/project/frame-plan';

const RATE = 44_100;

/** A tone with a swing in it, so that no two stretches are alike. */
function tone(hertz: number, seconds: number, channels: number): Pcm {
  const side = Float32Array.from({ length: RATE * seconds }, (_, at) => {
    const time = at / RATE;
    return 0.4 * Math.sin(2 * Math.PI * hertz * time) * (0.6 + 0.4 * Math.sin(2.3 * time));
  });
  return { sampleRate: RATE, channels: Array.from({ length: channels }, () => side.slice()) };
}

const SOUNDS: Readonly<Record<string, Pcm | null>> = {
  dancer: tone(220, 3, 2),
  talker: tone(500, 2, 1),
  gone: null,
};

const soundOf = vi.fn(({ from }: SoundPiece): Promise<Pcm | null> => {
  return Promise.resolve(from.kind === 'take' ? (SOUNDS[from.takeId] ?? null) : null);
});

const piece = (takeId: string, patch: Partial<SoundPiece> = {}): SoundPiece => ({
  from: { kind: 'take', takeId },
  bus: 'film',
  start: 0,
  duration: 2,
  sourceStart: 0,
  speed: 1,
  keepPitch: false,
  gain: 1,
  fadeIn: 0.1,
  fadeOut: 0.2,
  ...patch,
});

const plan = (...pieces: SoundPiece[]): SoundPlan => ({
  duration: 3,
  pieces,
  master: { evenLoudness: true, duck: 0.6 },
});

const full = plan(
  piece('dancer', { bus: 'music' }),
  piece('dancer', { start: 1.5, duration: 1.5, sourceStart: 0.3, speed: 1.4, keepPitch: true }),
  piece('talker', { start: 0.7, duration: 1, bus: 'voice', speed: 0.8 }),
  piece('gone'),
);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  soundOf.mockClear();
});

/** What a request says of each source, by the take's name. */
function given({ sounds }: MixRequest): Record<string, string> {
  const says = (sound: Pcm | 'kept' | null): string =>
    typeof sound === 'string' ? sound : String(sound && 'new');
  return Object.fromEntries(
    [...sounds].map(([key, sound]) => [(JSON.parse(key) as { takeId: string }).takeId, says(sound)]),
  );
}

function watchRequests(): () => MixRequest[] {
  const post = vi.spyOn(Worker.prototype, 'postMessage');
  return () => post.mock.calls.map(([request]) => request as MixRequest);
}

async function expectSame(mixed: Pcm, of: SoundPlan): Promise<void> {
  const own = await mixSound(of, soundOf);
  expect(mixed.sampleRate).toBe(own.sampleRate);
  expect(mixed.channels.map(({ length }) => length)).toEqual(own.channels.map(({ length }) => length));
  own.channels.forEach((side, index) => {
    expect(side.every((sample, at) => Object.is(sample, mixed.channels[index]?.[at]))).toBe(true);
    expect(side.some((sample) => sample !== 0)).toBe(true);
  });
}

describe('the mixer beside the page', () => {
  it('gives to the bit what is mixed in the page, which keeps its sounds', async () => {
    const mixer = createSoundMixer();
    await expectSame(await mixer.mix(full, soundOf), full);
    expect(SOUNDS['dancer']?.channels[0]?.length).toBe(3 * RATE);
    mixer.dispose();
  });

  it('is given each sound once, and forgets those that the last plan did not use', async () => {
    const requests = watchRequests();
    const mixer = createSoundMixer();
    const alone = plan(piece('talker', { gain: 0.5 }));
    for (const each of [full, full, alone, full]) await expectSame(await mixer.mix(each, soundOf), each);
    expect(requests().map(given)).toEqual([
      { dancer: 'new', talker: 'new', gone: 'null' },
      { dancer: 'kept', talker: 'kept', gone: 'kept' },
      { talker: 'kept' },
      { dancer: 'new', talker: 'kept', gone: 'null' },
    ]);
    mixer.dispose();
  });

  it('is given a sound again that has changed', async () => {
    const requests = watchRequests();
    const mixer = createSoundMixer();
    const alone = plan(piece('dancer'));
    await mixer.mix(alone, soundOf);
    const other = await mixer.mix(alone, () => Promise.resolve(tone(300, 1, 1)));
    expect(requests().map(given)).toEqual([{ dancer: 'new' }, { dancer: 'new' }]);
    expect(other.channels[0]?.[70_000]).toBe(0);
    mixer.dispose();
  });

  it('gives up a mix that has not begun for a newer one', async () => {
    const requests = watchRequests();
    const mixer = createSoundMixer();
    const begun = mixer.mix(full, soundOf);
    await vi.waitFor(() => expect(requests()).toHaveLength(1));
    const overtaken = mixer.mix(plan(piece('talker')), soundOf);
    const last = plan(piece('dancer', { gain: 0.2 }));
    const newest = mixer.mix(last, soundOf);
    await expect(overtaken).rejects.toMatchObject({ code: 'cancelled' });
    await expectSame(await begun, full);
    await expectSame(await newest, last);
    expect(requests()).toHaveLength(2);
    mixer.dispose();
  });

  it('says what reading a source threw, and goes on', async () => {
    const mixer = createSoundMixer();
    const failing = mixer.mix(full, () => Promise.reject(new TypeError('No such take.')));
    await expect(failing).rejects.toMatchObject({ code: 'unexpected', message: 'No such take.' });
    await expectSame(await mixer.mix(full, soundOf), full);
    mixer.dispose();
  });

  it('starts afresh after a worker that crashed, with all sounds', async () => {
    const NativeWorker = Worker;
    const broken = URL.createObjectURL(
      new Blob(['self.onmessage = () => { throw new Error("Boom."); };'], { type: 'text/javascript' }),
    );
    const mixer = createSoundMixer();
    vi.stubGlobal(
      'Worker',
      class extends NativeWorker {
        constructor() {
          super(broken);
        }
      },
    );
    await expect(mixer.mix(full, soundOf)).rejects.toMatchObject({ code: 'worker-crashed' });
    vi.unstubAllGlobals();
    URL.revokeObjectURL(broken);
    await expectSame(await mixer.mix(full, soundOf), full);
    mixer.dispose();
  });

  it('is cancelled at once, begun or not, and by closing', async () => {
    const requests = watchRequests();
    const mixer = createSoundMixer();
    const aborted = AbortSignal.abort();
    await expect(mixer.mix(full, soundOf, aborted)).rejects.toMatchObject({ code: 'cancelled' });
    const early = new AbortController();
    const notBegun = mixer.mix(full, soundOf, early.signal);
    early.abort();
    await expect(notBegun).rejects.toMatchObject({ code: 'cancelled' });
    const late = new AbortController();
    const begun = mixer.mix(full, soundOf, late.signal);
    await vi.waitFor(() => expect(requests()).toHaveLength(1));
    late.abort();
    await expect(begun).rejects.toMatchObject({ code: 'cancelled' });
    await expectSame(await mixer.mix(full, soundOf), full);
    const closed = mixer.mix(full, soundOf);
    mixer.dispose();
    await expect(closed).rejects.toMatchObject({ code: 'cancelled' });
    await expect(mixer.mix(full, soundOf)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
