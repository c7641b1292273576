/** Finding pictures in a film: by leaps, under a dragging finger, and backwards; beside a video element of this browser. */
import { createRandom } from '../../src/core/random';
import { openPictures } from '../../src/media/picture-reader';
import { median, type Figure } from './figure';

const SEEKS = 100;
const SEED = 15;

/** The drag: positions this far apart in the film, one with every display frame. */
const DRAG_POSITIONS = 120;
const DRAG_STEP_SECONDS = 0.1;
const DRAG_PACE_MS = 1000 / 60;
const SCRUB_LIMIT_MS = 60;

/** Steps of the video element: it is too slow for the whole film. */
const ELEMENT_STEPS = 60;

/** An element that presents nothing new for so long after it has sought shows the wish already, in milliseconds. */
const ELEMENT_PATIENCE_MS = 100;

/** Shows the picture of a time in seconds; resolves when it is there. */
type Show = (seconds: number) => Promise<void>;

/** @param filmUrl a film of 30 pictures a second, longer than the drag */
export async function runSeekBench(filmUrl: string): Promise<Figure[]> {
  const film = await (await fetch(filmUrl)).blob();
  const reader = await openPictures(film);
  const { duration, size, fps } = reader.info;
  const element = await openElement(film);
  try {
    const ours: Show = async (seconds) => (await reader.pictureAt(seconds))?.close();
    const name = `at ${size.width}×${size.height}, a key picture every 2 s`;
    const wishes = randomTimes(duration);
    const [leaps, elementLeaps] = [await timesOf(ours, wishes), await timesOf(element.show, wishes)];
    const there = Array.from({ length: DRAG_POSITIONS }, (_, index) => index * DRAG_STEP_SECONDS);
    // Apart: the way there is so cheap that it would hide the way back.
    const scrubs: Figure[] = [];
    for (const [direction, way] of [
      ['forwards', there],
      ['backwards', there.toReversed()],
    ] as const) {
      const [drag, elementDrag] = [await dragTimes(ours, way), await dragTimes(element.show, way)];
      const scrub = `scrub ${direction} ${name}, from wish to picture, p95`;
      scrubs.push(
        { name: scrub, ours: p95(drag), peer: SCRUB_LIMIT_MS, peerName: 'limit', unit: 'ms' },
        { name: scrub, ours: p95(drag), peer: p95(elementDrag), peerName: 'HTMLVideoElement', unit: 'ms' },
      );
    }
    const rising = Array.from({ length: Math.floor(duration * fps) }, (_, index) => index / fps);
    const falling = rising.toReversed();
    const forwards = mean(await timesOf(ours, rising));
    const backwards = mean(await timesOf(ours, falling));
    const elementBackwards = mean(await timesOf(element.show, falling.slice(0, ELEMENT_STEPS)));
    const line = { unit: 'ms', peerName: 'HTMLVideoElement' } as const;
    const back = `a step back ${name}`;
    return [
      { ...line, name: `seek ${name}, median of ${SEEKS}`, ours: median(leaps), peer: median(elementLeaps) },
      { ...line, name: `seek ${name}, p95 of ${SEEKS}`, ours: p95(leaps), peer: p95(elementLeaps) },
      ...scrubs,
      { ...line, name: back, ours: backwards, peer: forwards, peerName: 'a step forward' },
      { ...line, name: back, ours: backwards, peer: elementBackwards },
    ];
  } finally {
    reader.dispose();
    element.close();
  }
}

function randomTimes(duration: number): number[] {
  const random = createRandom(SEED);
  return Array.from({ length: SEEKS }, () => random() * duration);
}

/** Milliseconds for each of some times, one after another. */
async function timesOf(show: Show, wishes: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (const wish of wishes) {
    const before = performance.now();
    await show(wish);
    times.push(performance.now() - before);
  }
  return times;
}

/**
 * A finger goes along the film at an even pace, from where the picture is already. While a picture is looked for, newer wishes replace each other;
 * milliseconds from the wish to its picture for all that were not replaced.
 */
async function dragTimes(show: Show, way: readonly number[]): Promise<number[]> {
  // A step aside: a video element presents nothing where nothing changes.
  await show((way[0] ?? 0) + DRAG_STEP_SECONDS);
  const times: number[] = [];
  const began = performance.now();
  for (let shown = -1; shown < way.length - 1;) {
    const latest = Math.min(way.length - 1, Math.floor((performance.now() - began) / DRAG_PACE_MS));
    if (latest === shown) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      continue;
    }
    shown = latest;
    await show(way[latest] ?? 0);
    times.push(performance.now() - began - latest * DRAG_PACE_MS);
  }
  return times;
}

/** A video element in the page, as most editors in the browser use it. */
async function openElement(film: Blob): Promise<{ readonly show: Show; close(): void }> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = URL.createObjectURL(film);
  document.body.append(video);
  await new Promise((resolve, reject) => {
    video.oncanplaythrough = resolve;
    video.onerror = () => reject(new Error(`The video element: ${video.error?.message ?? 'failed'}`));
  });
  return {
    show: (seconds) =>
      new Promise((resolve) => {
        let patience: ReturnType<typeof setTimeout> | undefined;
        const callback = video.requestVideoFrameCallback(() => {
          clearTimeout(patience);
          video.onseeked = null;
          resolve();
        });
        video.onseeked = () => {
          patience = setTimeout(() => {
            video.cancelVideoFrameCallback(callback);
            resolve();
          }, ELEMENT_PATIENCE_MS);
        };
        video.currentTime = seconds;
      }),
    close() {
      URL.revokeObjectURL(video.src);
      video.remove();
    },
  };
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
