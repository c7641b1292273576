/** Runs in the page: finds the body in frames of real films with the app's own detector and draws it over them. */
import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import type { Size } from '../src/core/geometry';
import { clamp } from '../src/core/scalar';
import { LANDMARK, SKELETON_BONES } from '../src/pose/landmarks';
import { createPoseDetector, type DetectorInfo } from '../src/pose/detector/detector-client';
import type { Pose } from '../src/pose/pose';

/** One film and the seconds to look at. */
export interface Look {
  readonly film: string;
  readonly seconds: readonly number[];
}

export interface Sheet {
  /** A JPEG in base64. */
  readonly jpeg: string;
  readonly info: DetectorInfo;
  /** Median milliseconds a frame over the frames drawn. */
  readonly msPerFrame: number;
}

/** Draws each frame once, in one row, `height` pixels high. */
export async function drawPoses(options: {
  looks: readonly Look[];
  height: number;
  quality: number;
  model: 'auto' | 'lite' | 'full';
}): Promise<Sheet> {
  const cells: OffscreenCanvas[] = [];
  const times: number[] = [];
  const detector = createPoseDetector({ model: options.model, wantMatte: false });
  const info = await detector.ready;
  for (const { film, seconds } of options.looks) {
    const input = new Input({
      source: new BlobSource(await (await fetch(film)).blob()),
      formats: ALL_FORMATS,
    });
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error(`${film} has no picture.`);
    for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(seconds)) {
      if (sample === null) continue;
      const frame = sample.toVideoFrame();
      sample.close();
      const picture = await createImageBitmap(frame);
      const found = await detector.detect(frame, sample.timestamp * 1000);
      if (found !== null) times.push(found.elapsedMs);
      cells.push(drawCell(picture, found?.pose ?? null, options.height));
      picture.close();
    }
    input.dispose();
  }
  detector.dispose();
  const jpeg = await joinCells(cells, options.height, options.quality);
  return { jpeg, info, msPerFrame: times.sort((a, b) => a - b)[times.length >> 1] ?? 0 };
}

/** One picture with its body, cropped to 9:16 round it. */
function drawCell(picture: ImageBitmap, pose: Pose | null, height: number): OffscreenCanvas {
  const cell = new OffscreenCanvas(Math.round((height * 9) / 16), height);
  const context = cell.getContext('2d');
  if (context === null) throw new TypeError('A cell needs a 2D canvas.');
  const width = (picture.width / picture.height) * height;
  const middle = pose === null ? 0.5 : (pose.image[LANDMARK.leftHip * 3] ?? 0.5);
  const left = clamp(cell.width / 2 - middle * width, cell.width - width, 0);
  context.imageSmoothingQuality = 'high';
  context.translate(left, 0);
  context.drawImage(picture, 0, 0, width, height);
  if (pose !== null) drawBones(context, pose, { width, height });
  return cell;
}

/** The body's left side in blue, its right side in orange, what crosses in white. */
function drawBones(context: OffscreenCanvasRenderingContext2D, pose: Pose, { width, height }: Size): void {
  const place = (landmark: number): [number, number] => [
    (pose.image[landmark * 3] ?? 0) * width,
    (pose.image[landmark * 3 + 1] ?? 0) * height,
  ];
  context.lineWidth = Math.max(1.5, height / 160);
  context.lineCap = 'round';
  for (const [from, to] of SKELETON_BONES) {
    // Odd landmarks are the left ones, from the shoulders down.
    context.strokeStyle = from % 2 !== to % 2 ? '#ffffff' : from % 2 === 1 ? '#35b6ff' : '#ff8a1f';
    context.beginPath();
    context.moveTo(...place(from));
    context.lineTo(...place(to));
    context.stroke();
  }
}

async function joinCells(
  cells: readonly OffscreenCanvas[],
  height: number,
  quality: number,
): Promise<string> {
  const width = cells.reduce((sum, cell) => sum + cell.width, 0);
  const sheet = new OffscreenCanvas(width, height);
  const context = sheet.getContext('2d');
  let x = 0;
  for (const cell of cells) {
    context?.drawImage(cell, x, 0);
    x += cell.width;
  }
  const bytes = new Uint8Array(
    await (await sheet.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer(),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
