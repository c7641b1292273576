/**
 * `npm run demo`: the main job without a webcam. The demo dancer (or `--input VIDEO`) is seen by the real pose model,
 * judged, given a look and exported; the file is checked. Prints one JSON.
 *
 * `-- [--input VIDEO] [--challenge ID] [--look ID] [--preset ID] [--route webcodecs|ffmpeg] [--out FILE]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Studio } from '../src/studio/studio';
import { openApp, readExport } from './app-session';

const { values } = parseArgs({
  options: {
    input: { type: 'string' },
    challenge: { type: 'string', default: 'neon-warmup' },
    look: { type: 'string', default: 'neon-night' },
    preset: { type: 'string', default: 'mp4-720' },
    route: { type: 'string' },
    out: { type: 'string', default: 'out/demo.mp4' },
  },
});

const session = await openApp();
try {
  const { page } = session;
  const challengeId = values.challenge;
  const danced =
    values.input === undefined
      ? await danceDemo(challengeId)
      : await judgeFile(resolve(values.input), challengeId);
  const exported = await page.evaluate(
    async ({ takeId, look, preset, route }) => {
      const { fifteen } = globalThis as unknown as { fifteen: Studio };
      const projectId = await fifteen.library.createProject(takeId);
      await fifteen.editor.open(projectId);
      fifteen.editor.applyLook(look);
      await fifteen.editor.close();
      await fifteen.exporter.start(projectId, preset, route === null ? {} : { route });
      const { phase, record, checks, error } = fifteen.exporter.store.getState();
      if (phase !== 'done' || record === null) {
        throw new Error(`Export ended as ${phase}: ${error?.code ?? ''} ${error?.message ?? ''}`);
      }
      return { record, checks };
    },
    {
      takeId: danced.takeId,
      look: values.look,
      preset: values.preset,
      route: routeOf(values.route),
    },
  );
  const out = resolve(values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, await readExport(page, exported.record.id));
  console.log(
    JSON.stringify(
      {
        score: danced.verdict.score,
        stars: danced.verdict.stars,
        challenge: challengeId,
        look: values.look,
        moves: danced.verdict.moves,
        file: {
          path: values.out,
          bytes: exported.record.bytes,
          duration: exported.record.duration,
          size: exported.record.size,
          route: exported.record.route,
        },
        checks: exported.checks,
      },
      null,
      2,
    ),
  );
  if (exported.checks.some(({ passed }) => !passed)) process.exitCode = 1;
} finally {
  await session.close();
}

/** The route that was asked for; null = the app's choice. */
function routeOf(name: string | undefined): 'webcodecs' | 'ffmpeg' | null {
  return name === 'ffmpeg' || name === 'webcodecs' ? name : null;
}

/** Plays a challenge with the demo dancer, in real time. */
async function danceDemo(challengeId: string) {
  return session.page.evaluate(async (challenge) => {
    const { fifteen } = globalThis as unknown as { fifteen: Studio };
    const canvas = document.createElement('canvas');
    await fifteen.dance.open(canvas, challenge, 'demo');
    const ended = new Promise<NonNullable<ReturnType<typeof fifteen.dance.store.getState>['result']>>(
      (resolve, reject) => {
        fifteen.dance.store.subscribe(({ phase, result, error }) => {
          if (phase === 'done' && result !== null) resolve(result);
          if (phase === 'failed') reject(error ?? new Error('The dance failed.'));
        });
      },
    );
    const { phase, error } = fifteen.dance.store.getState();
    if (phase !== 'framing') throw error ?? new Error(`The dance did not open: ${phase}`);
    await fifteen.dance.start();
    const result = await ended;
    await fifteen.dance.close();
    return result;
  }, challengeId);
}

/** Imports a film and judges it as if the song had begun with it. */
async function judgeFile(path: string, challengeId: string) {
  const chooser = await session.page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    document.body.append(input);
    return input;
  });
  await chooser.setInputFiles(path);
  return session.page.evaluate(
    async ({ input, name, challenge }) => {
      const { fifteen } = globalThis as unknown as { fifteen: Studio };
      const file = input.files?.[0];
      if (file === undefined) throw new Error(`No file ${name}.`);
      const take = await fifteen.library.importVideo(file);
      const verdict = await fifteen.dance.judgeTake(take.id, challenge);
      return { takeId: take.id, verdict };
    },
    { input: chooser, name: basename(path), challenge: challengeId },
  );
}
