/** Pose throughput of our worker against a bare `detectForVideo` loop in the same browser, over the same pictures. */
import { createPoseDetector } from '../../src/pose/detector/detector-client';
import { openPictures } from '../../src/media/picture-reader';
import type { BareRequest } from './bare-landmarker-protocol';
import type { Figure } from './figure';

const PICTURES = 40;
const LOOK_HEIGHT = 320;

/** @param filmUrl a film with a person in it */
export async function runPoseBench(filmUrl: string): Promise<Figure[]> {
  const pictures = await readPictures(filmUrl);
  const detector = createPoseDetector({ model: 'lite', wantMatte: false });
  const info = await detector.ready;
  const ours = await framesPerSecond(pictures, async (picture, index) => {
    await detector.detect(picture, index * 100);
  });
  detector.dispose();

  const bare = await bareFramesPerSecond(pictures, info);
  for (const picture of pictures) picture.close();
  return [
    {
      name: `pose, \`${info.model}\` on ${info.delegate}, in our worker`,
      ours,
      peer: bare,
      peerName: 'bare detectForVideo loop',
      unit: 'fps',
    },
  ];
}

/** The same pictures through a bare loop in a worker of its own. */
async function bareFramesPerSecond(
  pictures: readonly ImageBitmap[],
  info: Pick<BareRequest, 'model' | 'delegate'>,
): Promise<number> {
  const worker = new Worker(new URL('./bare-landmarker.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      const modelsUrl = new URL('/models/', location.href).href;
      const request: BareRequest = { modelsUrl, model: info.model, delegate: info.delegate, pictures };
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

async function readPictures(filmUrl: string): Promise<ImageBitmap[]> {
  const blob = await (await fetch(filmUrl)).blob();
  const reader = await openPictures(blob);
  const pictures: ImageBitmap[] = [];
  for (let index = 0; index < PICTURES; index += 1) {
    const frame = await reader.pictureAt((index / PICTURES) * reader.info.duration);
    if (frame === null) continue;
    const width = Math.round((frame.displayWidth / frame.displayHeight) * LOOK_HEIGHT);
    pictures.push(await createImageBitmap(frame, { resizeWidth: width, resizeHeight: LOOK_HEIGHT }));
    frame.close();
  }
  reader.dispose();
  return pictures;
}

/** Both sides are given a fresh copy of each picture, so that the copying counts for both. */
async function framesPerSecond(
  pictures: readonly ImageBitmap[],
  look: (picture: ImageBitmap, index: number) => Promise<void>,
): Promise<number> {
  const first = pictures[0];
  if (first === undefined) throw new Error('The film has no pictures.');
  await look(await createImageBitmap(first), 0);
  const before = performance.now();
  for (const [index, picture] of pictures.entries()) await look(await createImageBitmap(picture), index + 1);
  return (pictures.length * 1000) / (performance.now() - before);
}
