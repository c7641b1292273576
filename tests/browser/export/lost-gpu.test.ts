/** The GPU is taken away in the middle of an export: the film goes on, and is the same as if nothing had happened. */
import { afterEach, describe, expect, it } from 'vitest';
import { createEffectInstance } from '../../../src/effects/registry';
import { openFilmFrames } from '../../../src/export/film-frames.worker';
import { Stopwatch } from '../../../src/export/stopwatch';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { drawnWhole, jobOf } from './films';

const FRAMES = 24;

const film = await makeFilm({
  size: { width: 180, height: 320 },
  times: evenTimes(FRAMES, 30),
  paint: (context, index) => paintGrey(context, 60 + index * 6),
});

/** Effects that look back at what was drawn before, so that a lost memory would show. */
const job = await jobOf(film, {
  seconds: FRAMES / 30,
  width: 180,
  height: 320,
  stack: [createEffectInstance('trails', 'a', 1), createEffectInstance('bloom', 'b', 1)],
});

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the canvas it is asked of
const plainGetContext = OffscreenCanvas.prototype.getContext;

afterEach(() => {
  OffscreenCanvas.prototype.getContext = plainGetContext;
});

/** Notes the WebGL contexts that are made. */
function watchContexts(): Set<WebGL2RenderingContext> {
  const contexts = new Set<WebGL2RenderingContext>();
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: [never, never]) {
    const context: unknown = plainGetContext.apply(this, args);
    if (context instanceof WebGL2RenderingContext) contexts.add(context);
    return context;
  } as OffscreenCanvas['getContext'];
  return contexts;
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hashes of all frames; `before` is called ahead of each. */
async function drawAll(before: (index: number) => void = () => undefined): Promise<string[]> {
  const frames = openFilmFrames(job, new Stopwatch());
  try {
    const all = drawnWhole(job);
    await frames.warm([all]);
    const hashes: string[] = [];
    before(0);
    for await (const frame of frames.framesOf(all, 0, { canScale: false })) {
      if (frame.kind !== 'bytes') throw new Error('Effects are drawn.');
      hashes.push(await hash(frame.bytes));
      before(hashes.length);
    }
    return hashes;
  } finally {
    frames.dispose();
  }
}

function lose(contexts: Set<WebGL2RenderingContext>, backAfterMs: number | null): void {
  for (const context of contexts) {
    const extension = context.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    if (backAfterMs !== null) setTimeout(() => extension?.restoreContext(), backAfterMs);
  }
}

describe('an export whose GPU is taken away', () => {
  it('draws every frame as if nothing had happened', async () => {
    const wanted = await drawAll();
    expect(new Set(wanted).size).toBe(FRAMES);
    const contexts = watchContexts();
    const hashes = await drawAll((index) => {
      if (index === 7 || index === 15) lose(contexts, 120);
    });
    expect(hashes).toEqual(wanted);
  });

  it('says so when the GPU is taken away again and again', async () => {
    const contexts = watchContexts();
    const drawing = drawAll(() => lose(contexts, 20));
    await expect(drawing).rejects.toMatchObject({ code: 'gpu-lost' });
  });
});
