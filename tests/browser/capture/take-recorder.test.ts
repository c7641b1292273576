/** A take's file: whole when it is finished, readable wherever it is cut. */
import { describe, expect, it } from 'vitest';
import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { createTakeRecorder, type ByteSink } from '../../../src/capture/take-recorder';

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

async function record(sink: ByteSink, seconds: number) {
  const recorder = await createTakeRecorder({ size: SIZE, fps: FPS, writer: sink, microphone: null });
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D context');
  for (let index = 0; index < seconds * FPS; index += 1) {
    context.fillStyle = `hsl(${index * 5} 80% 50%)`;
    context.fillRect(0, 0, SIZE.width, SIZE.height);
    const time = index / FPS;
    let frame = new VideoFrame(canvas, { timestamp: time * 1e6 });
    // A test has no camera to pace it: it waits where a live take would drop.
    while (!recorder.addFrame(frame, time)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      frame = new VideoFrame(canvas, { timestamp: time * 1e6 });
    }
  }
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

  it('plays up to the last whole fragment when the file is cut in the middle of one', async () => {
    const sink = new MemorySink();
    await (await record(sink, 4)).finish();
    const cut = sink.bytes.slice(0, Math.floor(sink.bytes.length * 0.8));
    const length = await lengthOf(cut);
    expect(length).toBeGreaterThan(1.5);
    expect(length).toBeLessThan(4);
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
    await expect(recorder.finish()).rejects.toMatchObject({ name: 'StudioError' });
  });
});
