/** Effects against the floor of uploading and drawing a picture, runs against single effects, our chain against others'. */
import { measureColourRuns, measureSwitchOn } from './colour-runs';
import { measureEffectCosts } from './effect-costs';
import type { Figure } from './figure';
import { measureChains } from './peer-chains';

const PREVIEW = { width: 540, height: 960 };
const EXPORT = { width: 1080, height: 1920 };

/** Milliseconds a frame, the picture's upload included. */
export async function runEffectsBench(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { stack, ours, three, postprocessing } of measureChains(EXPORT, 15)) {
    const name = `chain at ${nameOf(EXPORT)}: ${stack}`;
    figures.push({ name, ours, peer: three, peerName: "three's EffectComposer", unit: 'ms' });
    figures.push({ name, ours, peer: postprocessing, peerName: 'pmndrs/postprocessing', unit: 'ms' });
  }
  const runs = measureColourRuns(EXPORT, 15);
  const eight = `eight colour effects in one pass at ${nameOf(EXPORT)}`;
  figures.push({ name: eight, ours: runs.fused, peer: runs.one, peerName: 'one of them', unit: 'ms' });
  figures.push({ name: eight, ours: runs.fused, peer: runs.apart, peerName: 'a pass each', unit: 'ms' });
  const { warmed, cold } = await measureSwitchOn(PREVIEW);
  figures.push({
    name: `switch-on hitch at ${nameOf(PREVIEW)}, median of all effects`,
    ours: warmed.median,
    peer: cold.median,
    peerName: 'not warmed',
    unit: 'ms',
  });
  figures.push({
    name: `switch-on hitch at ${nameOf(PREVIEW)}, worst effect`,
    ours: warmed.largest,
    peer: cold.largest,
    peerName: 'not warmed',
    unit: 'ms',
  });
  for (const [size, frames] of [
    [PREVIEW, 9],
    [EXPORT, 5],
  ] as const) {
    for (const { id, msPerFrame, plainMs } of await measureEffectCosts(size, frames)) {
      const name = `\`${id}\` at ${nameOf(size)}`;
      figures.push({ name, ours: msPerFrame, peer: plainMs, peerName: 'upload and draw', unit: 'ms' });
    }
  }
  return figures;
}

function nameOf({ width, height }: { width: number; height: number }): string {
  return `${width}×${height}`;
}
