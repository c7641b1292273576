/** What an export costs, by what has to be done to the film, against its peers in the same browser. */
import { BlobSource, BufferTarget, Conversion, Input, MP4, Mp4OutputFormat, Output } from 'mediabunny';
import type { Disposable } from '../../src/core/ownership';
import { frameStart, toFlicks } from '../../src/core/time';
import type { EffectInstance } from '../../src/effects/effect';
import { createEffectInstance } from '../../src/effects/registry';
import { createCompositor } from '../../src/effects/render/compositor';
import { exportFilm, type ExportOptions } from '../../src/export/export-client';
import { createExportWorkers } from '../../src/export/export-workers';
import type { ExportedFilm, ExportJob } from '../../src/export/export-protocol';
import { createFrameInputs } from '../../src/export/frame-inputs';
import { frameMaterialOf } from '../../src/export/job-material';
import { encoderRequestOf, type EncoderWish } from '../../src/export/picture/encoder-request';
import { OpenSources } from '../../src/export/routes/open-sources';
import { planJob } from '../../src/export/routes/plan-job';
import type { StretchRoute } from '../../src/export/routes/stretch';
import { MIX_RATE } from '../../src/media/mix-sound';
import type { Pcm } from '../../src/media/pcm';
import { renderSong } from '../../src/media/songs/bundled-songs';
import { openPictures } from '../../src/media/picture-reader';
import { planFrame } from '../../src/project/plan-frame';
import { addText } from '../../src/project/edits/change-texts';
import { setTransition } from '../../src/project/edits/change-transition';
import { splitClip } from '../../src/project/edits/split-clip';
import { setNumbers } from '../../src/project/edits/change-numbers';
import { itemsOf } from '../../src/project/change-items';
import type { Pose } from '../../src/pose/pose';
import { encodePoseTrack } from '../../src/pose/pose-track-bytes';
import type { Project } from '../../src/project/project';
import { interleave } from '../../src/export/sound/interleave';
import { jobOf } from '../browser/export/films';
import { standingPose } from '../browser/effects/support';
import { median, type Figure } from './figure';
import { finishGpu } from './finish-gpu';
import type { ShapeReply, ShapeRequest } from './shapes-protocol';

const RUNS = 5;
const MEMORY_RUNS = 5;
const SETTLE_MS = 3000;
const LONG_SECONDS = 15;
/** What has to be drawn is measured over less: a frame costs as much as any other. */
const SHORT_SECONDS = 5;
const FPS = 30;
const SIZE = { width: 720, height: 1280 } as const;
const BITRATE = 6_000_000;
/** Longest that a person waits for the answer to a tap, in milliseconds. */
const CANCEL_LIMIT_MS = 300;

const MUSIC = { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 } as const;

/** Three that are pointwise or nearly so: what most looks are made of. */
const COLOR_EFFECTS = ['adjust', 'duotone', 'vignette'];

/** The page's own word on a case: the peak of memory is measured from outside. */
export interface CaseHooks {
  /** Begins to watch. */
  readonly begin: () => Promise<void>;
  /** @returns megabytes above what there was before; null where it cannot be measured */
  readonly end: () => Promise<number | null>;
}

/**
 * @param filmUrl 15 s of 720×1280 at 30 pictures a second: H.264 with B-frames, a key picture each second, AAC
 * @param cases letters of the cases that are measured, with their peers; all when empty
 */
export async function runExportBench(filmUrl: string, cases = ''): Promise<Figure[]> {
  const film = await (await fetch(filmUrl)).blob();
  const wants = (letters: string): boolean =>
    cases === '' || [...letters].some((letter) => cases.includes(letter));
  const figures: Figure[] = [];
  const add = (name: string, unit: 's' | 'ms', ours: number, peer: number, peerName: string): void =>
    void figures.push({ name, ours, peer, peerName, unit });
  const shape = `${SIZE.width}×${SIZE.height}@${FPS}`;
  const bareName = 'bare mediabunny transcode';
  const bare = wants('abcdef') ? await seconds('bare transcode', () => transcode(film)) : NaN;
  const transcoding = (): Promise<number> => secondsOf(() => transcode(film));
  const shortBare = (bare * SHORT_SECONDS) / LONG_SECONDS;
  if (wants('a')) {
    const { ours, peer } = await exportSeconds('(a)', await untouchedJob(film), BY_BROWSER, transcoding);
    add(`export (a), ${LONG_SECONDS} s of ${shape}: one untouched clip`, 's', ours, peer, bareName);
  }
  if (wants('b')) {
    const { ours, peer } = await exportSeconds('(b)', await cutJob(film), BY_BROWSER, transcoding);
    add(`export (b), ${LONG_SECONDS} s: three clips, trimmed and cropped, music`, 's', ours, peer, bareName);
    const omniclip = await shapeSeconds('omniclip', film);
    add('export (b) against omniclip’s shape (f)', 's', ours, omniclip, 'canvas → WebCodecs → ffmpeg.wasm');
    add(`export (f), ${LONG_SECONDS} s: omniclip’s shape, for comparison`, 's', omniclip, bare, bareName);
  }
  if (wants('c')) {
    const alone = openCompositorAlone(await colorJob(film));
    const { ours, peer } = await exportSeconds('(c)', await colorJob(film), BY_BROWSER, () => alone.run());
    alone.dispose();
    add(`export (c), ${SHORT_SECONDS} s: three colour effects`, 's', ours, shortBare, bareName);
    const [frameMs, aloneMs] = [ours, peer].map((each) => (each * 1000) / (SHORT_SECONDS * FPS));
    add(
      'export (c), a frame, against the compositor alone',
      'ms',
      frameMs ?? NaN,
      aloneMs ?? NaN,
      'decode, draw, finish',
    );
  }
  if (wants('d')) {
    const { ours } = await exportSeconds('(d)', await fullJob(film), BY_BROWSER);
    add(
      `export (d), ${SHORT_SECONDS} s: pose effect, words, transition, music`,
      's',
      ours,
      shortBare,
      bareName,
    );
  }
  if (wants('e')) {
    const alone = await openShape('one-ffmpeg', film);
    const { ours, peer } = await exportSeconds(
      '(e)',
      await musicJob(film),
      { routes: ['ffmpeg'], cheapest: 'direct' },
      () => alone.run(),
    );
    alone.dispose();
    const name = `export (e), ${LONG_SECONDS} s, by x264 as WebAssembly`;
    add(name, 's', ours, peer, 'ffmpeg.wasm alone, one thread');
    add(name, 's', ours, bare, bareName);
  }
  if (wants('x')) {
    const ours = await cancelSeconds(await colorJob(film));
    add('export, cancelled: answered, and its worker gone', 'ms', ours * 1000, CANCEL_LIMIT_MS, 'the limit');
  }
  return figures;
}

/** Peak memory of 15 s and of 60 s: what grows with the length would show. */
export async function runMemoryBench(filmUrl: string): Promise<Figure[]> {
  const film = await (await fetch(filmUrl)).blob();
  const peaks = { short: [] as number[], long: [] as number[] };
  const peak = async (job: ExportJob): Promise<number | null> => {
    // What the run before took is given back by and by.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const hooks = hooksOfPage();
    await hooks.begin();
    await exportFilm(job, { routes: ['webcodecs'], cheapest: 'direct' });
    return hooks.end();
  };
  // What a browser takes once and keeps is taken first.
  await peak(await repeatedJob(film, 1));
  for (let run = 0; run < MEMORY_RUNS; run += 1) {
    const short = await peak(await repeatedJob(film, 1));
    const long = await peak(await repeatedJob(film, 4));
    if (short === null || long === null) return [];
    peaks.short.push(short);
    peaks.long.push(long);
  }
  const told = (megabytes: readonly number[]): string => megabytes.map((each) => each.toFixed(0)).join(', ');
  console.log(`peak memory of 15 s: ${told(peaks.short)} MB; of 60 s: ${told(peaks.long)} MB`);
  return [
    {
      name: 'export, peak memory of 60 s',
      ours: median(peaks.long),
      peer: median(peaks.short),
      peerName: 'of 15 s',
      unit: 'MB',
    },
  ];
}

function hooksOfPage(): CaseHooks {
  const begin = Reflect.get(window, '__beginPeak') as CaseHooks['begin'] | undefined;
  const end = Reflect.get(window, '__endPeak') as CaseHooks['end'] | undefined;
  return {
    begin: begin ?? (() => Promise.resolve()),
    end: end ?? (() => Promise.resolve(null)),
  };
}

/** The film as it is, its own sound included. */
async function untouchedJob(film: Blob): Promise<ExportJob> {
  const job = await jobOf(film, { seconds: LONG_SECONDS, ...SIZE });
  return {
    ...job,
    videoBitrate: BITRATE,
    project: { ...job.project, master: { evenLoudness: false, duck: 0 } },
  };
}

/** Nothing is cut; the music has to be mixed. */
async function musicJob(film: Blob): Promise<ExportJob> {
  const job = await jobOf(film, { seconds: LONG_SECONDS, ...SIZE, take: { music: MUSIC } });
  return { ...job, ...heard(), videoBitrate: BITRATE };
}

/** Three clips, the middle one cropped, music over all. */
async function cutJob(film: Blob): Promise<ExportJob> {
  const job = await jobOf(film, { seconds: LONG_SECONDS, ...SIZE, take: { music: MUSIC } });
  let project = job.project;
  const [clip] = itemsOf(project, 'video');
  if (clip === undefined) throw new Error('The film has no clip.');
  project = splitClip(project, clip.id, toFlicks(4.5), 'middle');
  project = splitClip(project, 'middle', toFlicks(10), 'last');
  project = setNumbers(project, 'middle', { scale: 1.25, x: 0.55 }, toFlicks(5));
  return { ...job, ...heard(), videoBitrate: BITRATE, project };
}

/** The song as it was heard in the editor. */
function heard(): Pick<ExportJob, 'songs'> {
  return { songs: [{ song: MUSIC.song, file: null, sound: renderedSong(), grid: null }] };
}

function renderedSong(): Pcm {
  song ??= renderSong(MUSIC.song.id, MIX_RATE);
  return song;
}

let song: Pcm | null = null;

async function colorJob(film: Blob): Promise<ExportJob> {
  const stack = COLOR_EFFECTS.map((id) => createEffectInstance(id, id, 1));
  const job = await jobOf(film, { seconds: SHORT_SECONDS, ...SIZE, stack, take: { music: MUSIC } });
  return { ...job, ...heard(), videoBitrate: BITRATE };
}

async function fullJob(film: Blob): Promise<ExportJob> {
  const stack: EffectInstance[] = [createEffectInstance('skeleton-neon', 'pose', 1)];
  const job = await jobOf(film, { seconds: SHORT_SECONDS, ...SIZE, stack, take: { music: MUSIC } });
  let project: Project = addText(job.project, 'Fifteen', 'words');
  const [clip] = itemsOf(project, 'video');
  if (clip === undefined) throw new Error('The film has no clip.');
  project = splitClip(project, clip.id, toFlicks(2.5), 'second');
  project = setTransition(project, 'second', {
    effect: createEffectInstance('dissolve', 'cross', 1),
    duration: toFlicks(0.5),
  });
  const takes = job.takes.map((take) => ({ ...take, pose: standingTrack() }));
  return { ...job, ...heard(), videoBitrate: BITRATE, project, takes };
}

/** The film `times` over, encoded anew. */
async function repeatedJob(film: Blob, times: number): Promise<ExportJob> {
  const job = await jobOf(film, { seconds: LONG_SECONDS, ...SIZE, take: { music: MUSIC } });
  const clips = itemsOf(job.project, 'video');
  const [clip] = clips;
  if (clip === undefined) throw new Error('The film has no clip.');
  const items = Array.from({ length: times }, (_, index) => ({
    ...clip,
    id: `clip-${index}`,
    start: frameStart(index * LONG_SECONDS * FPS, FPS),
  }));
  const tracks = job.project.tracks.map((track) => (track.kind === 'video' ? { ...track, items } : track));
  return {
    ...job,
    count: LONG_SECONDS * FPS * times,
    videoBitrate: BITRATE,
    project: { ...job.project, tracks },
  };
}

function standingTrack(): Uint8Array {
  const poses = Array.from({ length: SHORT_SECONDS * FPS }, (_, index) =>
    standingPose(Math.sin(index / 5) * 0.1),
  );
  const rows = <Value>(pick: (pose: Pose) => Iterable<Value>): Value[] =>
    poses.flatMap((pose) => [...pick(pose)]);
  return encodePoseTrack({
    source: 'bench',
    fps: FPS,
    aspect: SIZE.width / SIZE.height,
    length: poses.length,
    times: Float64Array.from(poses, (_, index) => index / FPS),
    image: Float32Array.from(rows(({ image }) => image)),
    world: Float32Array.from(rows(({ world }) => world)),
    visibility: Float32Array.from(rows(({ visibility }) => visibility)),
    present: new Uint8Array(poses.length).fill(1),
  });
}

/** ffmpeg is loaded by then. */
const READY_MS = 2000;

const workers = createExportWorkers();

const BY_BROWSER: ExportOptions = { routes: ['webcodecs'] };

/**
 * Median seconds, ours and the peer's in turns: a machine that slows down or speeds up does so to both. Where the time of our
 * middle run went is logged.
 * @param peer one run of the peer, in seconds
 */
async function exportSeconds(
  name: string,
  job: ExportJob,
  options: ExportOptions,
  peer?: () => Promise<number>,
): Promise<{ readonly ours: number; readonly peer: number }> {
  const peers: number[] = [];
  const runs: { seconds: number; made: ExportedFilm }[] = [];
  const hooks = hooksOfPage();
  const { wish, isDrawn } = await plannedOf(job, options);
  let peak: number | null = null;
  for (let run = 0; run < RUNS; run += 1) {
    // As in the app, where the worker waits since the screen was opened, and knows the encoder from the forecast.
    workers.prepare({
      wish,
      films: job.takes.map(({ takeId, media }) => ({ takeId, media })),
      isByFFmpeg: !options.routes.includes('webcodecs'),
      drawn: isDrawn ? { project: job.project, size: job.size } : null,
    });
    await new Promise((resolve) => setTimeout(resolve, READY_MS));
    await hooks.begin();
    const before = performance.now();
    const made = await exportFilm(job, { ...options, workers });
    runs.push({ seconds: (performance.now() - before) / 1000, made });
    peak = Math.max(peak ?? 0, (await hooks.end()) ?? 0);
    const failed = made.checks.filter(({ passed }) => !passed);
    if (failed.length > 0) throw new Error(`The file failed its checks: ${JSON.stringify(failed)}`);
    if (peer !== undefined) peers.push(await peer());
  }
  const sorted = runs.toSorted((a, b) => a.seconds - b.seconds);
  const middle = sorted[sorted.length >> 1];
  if (middle !== undefined) logStages(name, middle.seconds * 1000, middle.made, peak);
  return { ours: median(runs.map(({ seconds: each }) => each)), peer: median(peers) };
}

/** What the plan asks for, as the app's forecast tells it. */
async function plannedOf(
  job: ExportJob,
  { routes, cheapest = 'copy' }: ExportOptions,
): Promise<{ readonly wish: EncoderWish | null; readonly isDrawn: boolean }> {
  const sources = new OpenSources(job.takes);
  try {
    const stretches = await planJob(job, { encoder: 'webcodecs', cheapest }, sources);
    const has = (route: StretchRoute): boolean => stretches.some((stretch) => stretch.route === route);
    const isEncoded = routes.includes('webcodecs') && (has('direct') || has('compose'));
    const wish = isEncoded ? { ...encoderRequestOf(job), wantsScaling: has('direct') } : null;
    return { wish, isDrawn: has('compose') };
  } finally {
    sources.dispose();
  }
}

/** Parts of an export that follow each other. */
const STAGES = ['start', 'plan', 'chunks', 'picture', 'wait-sound', 'mux', 'check'];

function logStages(
  name: string,
  wall: number,
  { times, stretches }: ExportedFilm,
  peak: number | null,
): void {
  const start = wall - (times['total'] ?? 0);
  const parts: Record<string, number> = { ...times, start };
  const covered = STAGES.reduce((sum, stage) => sum + (parts[stage] ?? 0), 0);
  const rest = Object.entries(parts)
    .filter(([stage]) => !STAGES.includes(stage) && stage !== 'total')
    .map(([stage, ms]) => `${stage} ${ms.toFixed(0)}`);
  const routes = stretches.map(({ route, count, reason }) => `${route} ${count} (${reason})`);
  console.log(
    `${name}: ${wall.toFixed(0)} ms = ${STAGES.map((stage) => `${stage} ${(parts[stage] ?? 0).toFixed(0)}`).join(' + ')}`,
    `(${((100 * covered) / wall).toFixed(1)} %); inside: ${rest.join(', ')};`,
    `peak ${peak?.toFixed(0) ?? '–'} MB; ${routes.join(', ')}`,
  );
}

/** Seconds from the tap to the answer, while pictures are drawn. */
async function cancelSeconds(job: ExportJob): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const abort = new AbortController();
    let tapped = 0;
    const exporting = exportFilm(job, {
      routes: ['webcodecs'],
      signal: abort.signal,
      onProgress({ step, done }) {
        if (step !== 'picture' || done < FPS || abort.signal.aborted) return;
        tapped = performance.now();
        abort.abort();
      },
    });
    await exporting.then(
      () => undefined,
      () => times.push((performance.now() - tapped) / 1000),
    );
  }
  return median(times);
}

async function transcode(film: Blob): Promise<void> {
  const conversion = await Conversion.init({
    input: new Input({ source: new BlobSource(film), formats: [MP4] }),
    output: new Output({
      format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
      target: new BufferTarget(),
    }),
    video: { codec: 'avc', bitrate: BITRATE, forceTranscode: true },
  });
  await conversion.execute();
}

/** Something that is measured again and again. */
interface Runs extends Disposable {
  /** Seconds of one run. */
  run(): Promise<number>;
}

/** Decoding and drawing alone, the GPU's work included: what no export can be faster than. */
function openCompositorAlone({ project, size, count, fps, ...job }: ExportJob): Runs {
  const inputs = createFrameInputs(frameMaterialOf({ ...job, project, size, count, fps }));
  const compositor = createCompositor({ canvas: new OffscreenCanvas(size.width, size.height), size });
  return {
    run: () =>
      secondsOf(async () => {
        for (let frame = 0; frame < count; frame += 1) {
          const gathered = await inputs.gather(project, planFrame(project, frameStart(frame, fps)));
          compositor.render(gathered.inputs);
          finishGpu(compositor.canvas);
          gathered.release();
        }
      }),
    dispose() {
      compositor.dispose();
      inputs.dispose();
    },
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

/** Median seconds of a peer. */
async function shapeSeconds(shape: ShapeRequest['shape'], film: Blob): Promise<number> {
  const peer = await openShape(shape, film);
  try {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await peer.run());
    return median(times);
  } finally {
    peer.dispose();
  }
}

/** A peer, whose ffmpeg is loaded before the clock starts. */
async function openShape(shape: ShapeRequest['shape'], film: Blob): Promise<Runs> {
  const sound = interleave(renderedSong());
  const worker = new Worker(new URL('./shapes.worker.ts', import.meta.url), { type: 'module' });
  const answer = (): Promise<ShapeReply> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ShapeReply>) => {
        if ('error' in data) reject(new Error(data.error));
        else resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message));
    });
  await answer();
  return {
    run: () =>
      secondsOf(async () => {
        const request: ShapeRequest = {
          shape,
          film,
          ...SIZE,
          fps: FPS,
          frames: LONG_SECONDS * FPS,
          videoBitrate: BITRATE,
          sound,
        };
        worker.postMessage(request);
        await answer();
      }),
    dispose: () => worker.terminate(),
  };
}

async function seconds(name: string, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    await work();
    times.push((performance.now() - before) / 1000);
  }
  console.log(`${name}: ${times.map((time) => time.toFixed(2)).join(', ')} s`);
  return median(times);
}

/** Warms the decoder, so that the first case does not pay for it. */
export async function warmUp(filmUrl: string): Promise<void> {
  const reader = await openPictures(await (await fetch(filmUrl)).blob());
  (await reader.pictureAt(0))?.close();
  reader.dispose();
}
