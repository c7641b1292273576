/** A take's file: whole when it is finished, readable wherever it is cut. */
import { describe, expect, it, vi } from 'vitest';
import { ALL_FORMATS, AudioSampleSink, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { createTakeRecorder, type ByteSink, type TakeRecorder } from '../../../src/capture/take-recorder';

const SIZE = { width: 180, height: 320 };
const FPS = 30;

class MemorySink implements ByteSink {
  bytes = new Uint8Array();
  write(bytes: Uint8Array, position: number): Promise<void> {
    const grown = new Uint8Array(Math.max(this.bytes.length, position + bytes.length));
    grown.set(this.bytes);
    grown.set(bytes, position);
    this.bytes = grown;
    return Promise.resolve();
  }
}

/** Feeds changing pictures; `before` is awaited ahead of each. */
async function feed(
  recorder: TakeRecorder,
  seconds: number,
  before: (seconds: number) => Promise<void>,
): Promise<void> {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  for (let index = 0; index < seconds * FPS; index += 1) {
    const time = index / FPS;
    await before(time);
    context.fillStyle = `hsl(${index * 5} 80% 50%)`;
    context.fillRect(0, 0, SIZE.width, SIZE.height);
    // A test has no camera to pace it: it waits where a live take would drop. A recorder that failed takes none.
    for (let tries = 0; ; tries += 1) {
      if (recorder.addFrame(new VideoFrame(canvas, { timestamp: time * 1e6 }), time)) break;
      if (tries === 200) return;
      await sleep(5);
    }
  }
}

async function record(sink: ByteSink, seconds: number): Promise<TakeRecorder> {
  const recorder = await createTakeRecorder({ size: SIZE, fps: FPS, writer: sink, microphone: null });
  await feed(recorder, seconds, () => Promise.resolve());
  return recorder;
}

async function lengthOf(bytes: Uint8Array): Promise<number> {
  const input = new Input({ source: new BlobSource(new Blob([bytes.slice()])), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return 0;
  let end = 0;
  for await (const sample of new VideoSampleSink(track).samples()) {
    end = sample.timestamp + sample.duration;
    sample.close();
  }
  input.dispose();
  return end;
}

describe('createTakeRecorder', () => {
  it('closes a file that holds every frame', async () => {
    const sink = new MemorySink();
    const recorder = await record(sink, 3);
    const ended = await recorder.finish();
    expect(ended.frames).toBe(90);
    expect(ended.duration).toBeCloseTo(3, 1);
    expect(await lengthOf(sink.bytes)).toBeCloseTo(3, 1);
  });

  it('has written all but the last second when the tab is killed, and what was written plays', async () => {
    const sink = new MemorySink();
    const recorder = await record(sink, 4);
    // Let the encoder hand over what it has.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const cut = sink.bytes.slice();
    await recorder.abort();
    expect(await lengthOf(cut)).toBeGreaterThan(4 - 1.1);
  });

  it('plays all but the last second of what was written, wherever the file is cut', async () => {
    const sink = new MemorySink();
    await (await record(sink, 4)).finish();
    // Bytes are spread over the seconds almost evenly here, so a share of the bytes is a share of the time.
    for (const share of [0.35, 0.5, 0.62, 0.8, 0.97]) {
      const cut = sink.bytes.slice(0, Math.floor(sink.bytes.length * share));
      const length = await lengthOf(cut);
      expect(length, `at ${share}`).toBeGreaterThan(4 * share - 1);
      expect(length, `at ${share}`).toBeLessThanOrEqual(4.05);
    }
  });

  it('drops frames whose time does not rise', async () => {
    const recorder = await record(new MemorySink(), 1);
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
    canvas.getContext('2d');
    expect(recorder.addFrame(new VideoFrame(canvas, { timestamp: 0 }), 0.2)).toBe(false);
    expect((await recorder.finish()).dropped).toBeGreaterThan(0);
  });

  it('fails with a reason when nothing was recorded, or when the disk is full', async () => {
    const empty = await createTakeRecorder({
      size: SIZE,
      fps: FPS,
      writer: new MemorySink(),
      microphone: null,
    });
    await expect(empty.finish()).rejects.toMatchObject({ code: 'recorder-failed' });
    const full: ByteSink = { write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    const recorder = await record(full, 0.2);
    await expect(recorder.finish()).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('tells at once when it cannot go on, and not only at the end', async () => {
    const failures: string[] = [];
    const recorder = await createTakeRecorder({
      size: SIZE,
      fps: FPS,
      writer: { write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) },
      microphone: null,
      onFailure: (error) => failures.push(error.code),
    });
    await feed(recorder, 2, () => Promise.resolve());
    await vi.waitFor(() => expect(failures).toEqual(['storage-full']));
    await recorder.abort();
  });
});

describe('the microphone of a take', () => {
  it('sounds beside the picture it was heard with, however long before the take it was open', async () => {
    const microphone = new FakeMicrophone();
    const sink = new MemorySink();
    const recorder = await createTakeRecorder({
      size: SIZE,
      fps: FPS,
      writer: sink,
      microphone: microphone.track,
    });
    // The count-in: the microphone is open, the take has not begun.
    await sleep(1200);
    const zero = performance.now();
    let beepAt = 0;
    await feed(recorder, 2, async (seconds) => {
      await sleep(Math.max(0, seconds * 1000 - (performance.now() - zero)));
      if (seconds < 1 || beepAt > 0) return;
      microphone.beep();
      beepAt = (performance.now() - zero) / 1000;
    });
    const ended = await recorder.finish();
    microphone.dispose();
    expect(ended.hasSound).toBe(true);
    const { onset, end } = await listen(sink.bytes);
    // A count-in in the sound would be 1.2 s.
    expect(Math.abs(onset - beepAt)).toBeLessThan(0.25);
    expect(end).toBeGreaterThan(ended.duration - 0.1);
  });

  it('never holds the file up: a microphone without a sample is silence, and the picture is written', async () => {
    const context = new AudioContext();
    await context.suspend();
    const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
    if (track === undefined) throw new Error('no track');
    const sink = new MemorySink();
    const recorder = await createTakeRecorder({ size: SIZE, fps: FPS, writer: sink, microphone: track });
    await feed(recorder, 4, () => Promise.resolve());
    await sleep(300);
    expect(await lengthOf(sink.bytes.slice())).toBeGreaterThan(1.5);
    expect(await recorder.finish()).toMatchObject({ hasSound: false });
    expect(await lengthOf(sink.bytes)).toBeCloseTo(4, 1);
    await context.close();
  });
});

/** A microphone that hears nothing until it is told to. */
class FakeMicrophone {
  readonly #context = new AudioContext();
  readonly #volume = this.#context.createGain();
  readonly track: MediaStreamTrack;

  constructor() {
    const tone = this.#context.createOscillator();
    this.#volume.gain.value = 0;
    const output = this.#context.createMediaStreamDestination();
    tone.connect(this.#volume).connect(output);
    tone.start();
    const [track] = output.stream.getAudioTracks();
    if (track === undefined) throw new Error('no track');
    this.track = track;
  }

  beep(): void {
    this.#volume.gain.value = 0.8;
  }

  dispose(): void {
    void this.#context.close();
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** When the first loud sample sounds and when the sound ends, in seconds. */
async function listen(bytes: Uint8Array): Promise<{ onset: number; end: number }> {
  const input = new Input({ source: new BlobSource(new Blob([bytes.slice()])), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack();
  if (track === null) throw new Error('no sound');
  let onset = Infinity;
  let end = 0;
  for await (const sample of new AudioSampleSink(track).samples()) {
    const samples = new Float32Array(sample.numberOfFrames);
    sample.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
    const loud = samples.findIndex((value) => Math.abs(value) > 0.2);
    if (loud >= 0) onset = Math.min(onset, sample.timestamp + loud / sample.sampleRate);
    end = sample.timestamp + sample.duration;
    sample.close();
  }
  input.dispose();
  return { onset, end };
}
