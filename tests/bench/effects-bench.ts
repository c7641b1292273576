/** Each effect and look against uploading a picture and drawing it as it is, in the same browser. */
import { measureEffectCosts } from './effect-costs';
import type { Figure } from './figure';

const SIZE = { width: 720, height: 1280 };
const FRAMES = 15;

/** Milliseconds a frame at 720×1280, the picture's upload included. */
export async function runEffectsBench(): Promise<Figure[]> {
  const costs = await measureEffectCosts(SIZE, FRAMES);
  return costs.map(({ id, msPerFrame, plainMs }) => ({
    name: `\`${id}\` at ${SIZE.width}×${SIZE.height}`,
    ours: msPerFrame,
    peer: plainMs,
    peerName: 'upload and draw',
    unit: 'ms',
  }));
}
