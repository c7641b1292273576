/** Runs in the page: draws each effect over the demo dancer or real footage with the app's own detector and compositor. */
import type { Size } from '../src/core/geometry';
import { beatAt } from '../src/core/beat-grid';
import { Scope } from '../src/core/ownership';
import { frameStart } from '../src/core/time';
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography } from '../src/dance/compile';
import type { EffectInstance, FrameSignals, Moment as Instant } from '../src/effects/effect';
import { NO_IMPORTS } from '../src/effects/imported-asset';
import { createEffectInstance, EFFECTS, LOOKS, TRANSITIONS } from '../src/effects/registry';
import { createCompositor } from '../src/effects/render/compositor';
import type { Compositor, Matte } from '../src/effects/render/compositor-types';
import type { PictureLayer } from '../src/project/frame-plan';
import { createPoseDetector } from '../src/pose/detector/detector-client';
import { mirrorPose, type Pose } from '../src/pose/pose';
import { mirrorPoseTrack } from '../src/pose/pose-track';
import { createDemoDancer } from '../src/stage/demo-dancer';

/** Frames a second that the film is sampled and drawn at. */
const FPS = 30;

/** One film, sampled. */
export interface Footage {
  readonly pictures: readonly ImageBitmap[];
  readonly poses: readonly (Pose | null)[];
  readonly mattes: readonly (Matte | null)[];
}

export interface Moment {
  /** null is the demo dancer. */
  readonly film: string | null;
  /** Seconds of the film that are drawn. */
  readonly at: number;
}

/** Samples a second of the film up to the moment, with the body found in every fourth frame and the last. */
export async function loadFootage({ film, at }: Moment, stage: Size): Promise<Footage> {
  const scope = new Scope();
  const detector = scope.own(createPoseDetector({ model: 'full', wantMatte: true }));
  const drawAt = film === null ? await openDemo(scope, stage) : await openFilm(scope, film);
  await detector.ready;
  const pictures: ImageBitmap[] = [];
  const poses: (Pose | null)[] = [];
  const mattes: (Matte | null)[] = [];
  for (let index = 0; index < FPS; index += 1) {
    const source = await drawAt(Math.max(0, at - (FPS - 1 - index) / FPS));
    // Cropped to the stage here, so that poses and mattes are in its coordinates.
    const scale = Math.max(stage.width / source.width, stage.height / source.height);
    const [width, height] = [source.width * scale, source.height * scale];
    const canvas = new OffscreenCanvas(stage.width, stage.height);
    const [x, y] = [(stage.width - width) / 2, (stage.height - height) / 2];
    canvas.getContext('2d')?.drawImage(source.image, x, y, width, height);
    const picture = await createImageBitmap(canvas);
    pictures.push(picture);
    const isNeeded = film === null || index % 4 === 3 || index === FPS - 1;
    const found = isNeeded ? await detector.detect(await createImageBitmap(picture), index * 33) : null;
    poses.push(found === null ? (poses.at(-1) ?? null) : found.pose);
    mattes.push(found?.matte ?? mattes.at(-1) ?? null);
  }
  scope.dispose();
  return { pictures, poses, mattes };
}

interface SourcePicture extends Size {
  readonly image: CanvasImageSource;
}

/** The app's own dancer, who may be shown to anybody. */
async function openDemo(scope: Scope, stage: Size): Promise<(seconds: number) => Promise<SourcePicture>> {
  const json: unknown = await (await fetch('/challenges/gaga-machine/neon-warmup.json')).json();
  const { reference } = compileChoreography(parseChallenge(json));
  const track = mirrorPoseTrack(reference);
  const dancer = scope.own(createDemoDancer({ size: stage, fps: FPS, track }));
  return (seconds) => {
    dancer.drawAt(seconds);
    return Promise.resolve({ image: dancer.canvas, ...stage });
  };
}

async function openFilm(scope: Scope, film: string): Promise<(seconds: number) => Promise<SourcePicture>> {
  const video = document.createElement('video');
  const blob = await (await fetch(film)).blob();
  video.src = URL.createObjectURL(new Blob([blob], { type: 'video/mp4' }));
  scope.defer(() => URL.revokeObjectURL(video.src));
  video.muted = true;
  await event(video, 'loadeddata');
  return async (seconds) => {
    video.currentTime = seconds;
    await event(video, 'seeked');
    return { image: video, width: video.videoWidth, height: video.videoHeight };
  };
}

/** Draws the film's last second with a stack and gives the compositor's canvas at its end. */
export async function drawMoment(
  compositor: Compositor,
  footage: Footage,
  stage: Size,
  { stack: effects, transition }: Subject,
): Promise<void> {
  await compositor.warm(transition === undefined ? effects : [transition.effect]);
  const other = footage.pictures[0];
  const last = footage.pictures.length - 1;
  const first = last - Math.min(last, compositor.prerollFrames(effects));
  for (let frame = first; frame <= last; frame += 1) {
    const picture = footage.pictures[frame];
    if (picture === undefined) continue;
    const matte = footage.mattes[frame] ?? null;
    const time = frameStart(frame + 1, FPS);
    compositor.render({
      plan: {
        time,
        frame,
        seed: 5,
        size: stage,
        layers: [layerOf('clip', stage), ...(transition === undefined ? [] : [layerOf('next', stage)])],
        transition: transition === undefined ? null : { ...transition, fromClipId: 'clip', toClipId: 'next' },
        effects,
        imports: NO_IMPORTS,
        stickers: [],
        texts: [],
        song: null,
      },
      pictures: new Map([['clip', picture], ...(other === undefined ? [] : [['next', other] as const])]),
      mattes: matte === null ? new Map() : new Map([['clip', matte]]),
      signals: signalsOf(footage, frame),
    });
  }
}

function layerOf(clipId: string, sourceSize: Size): PictureLayer {
  const isNext = clipId === 'next';
  return {
    clipId,
    sourceId: 'source',
    takeId: 'take',
    sourceTime: 0,
    sourceSize,
    fit: 'cover',
    mirror: isNext,
  };
}

function signalsOf({ poses }: Footage, frame: number): FrameSignals {
  const momentAt = (at: number): Instant => ({
    pose: poses[at] ?? null,
    // Just after a downbeat, and just after a hit.
    beat: beatAt({ bpm: 120, firstBeat: 0, beatsPerBar: 4 }, 4.06 + (at - frame) / FPS),
    audio: {
      level: 0.7,
      bands: [0.9, 0.8, 0.7, 0.5, 0.4, 0.3, 0.3, 0.2],
      wave: Array.from({ length: 64 }, (_, index) => 0.6 * Math.sin(index / 2.3) * Math.sin(index / 9)),
    },
    score: { judgement: 'perfect', since: 0.17, combo: 12 },
  });
  const now = momentAt(frame);
  const past = Array.from({ length: Math.min(frame, 30) }, (_, back) => momentAt(frame - 1 - back));
  return {
    ...now,
    past,
    // A coach who is a third of a second behind the dancer.
    coach: poses[Math.max(0, frame - 10)] ?? null,
    limbErrors: [0.9, 0.5, 0.2, 0],
    crossing: { from: now.pose, to: poses[0] == null ? null : mirrorPose(poses[0]) },
  };
}

/** One cell: a stack, or a transition from the film's first picture to its last, mirrored. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly stack: readonly EffectInstance[];
  readonly transition?: { readonly effect: EffectInstance; readonly progress: number };
}

/** Shelves of the sheet. */
export type SubjectKind = 'effects' | 'looks' | 'transitions';

/** What there is to draw, the picture itself first; transitions at each of `progresses`. */
export function subjects(
  kinds: readonly SubjectKind[],
  progresses: readonly number[] = [0.25, 0.5, 0.75],
): Subject[] {
  const has = (kind: SubjectKind): boolean => kinds.includes(kind);
  return [
    { id: 'original', name: 'original', stack: [] },
    ...(has('effects') ? EFFECTS : []).map(({ id, name }) => ({
      id,
      name: name.en,
      stack: [createEffectInstance(id, id, 3)],
    })),
    ...(has('looks') ? LOOKS : []).map(({ id, name, stack }) => ({
      id,
      name: `Look: ${name.en}`,
      stack: stack.map((effect, index) => ({ ...effect, id: String(index) })),
    })),
    ...(has('transitions') ? TRANSITIONS : []).flatMap(({ id, name }) =>
      progresses.map((progress) => ({
        id,
        name: `${name.en} ${progress * 100} %`,
        stack: [],
        transition: { effect: createEffectInstance(id, id, 3), progress },
      })),
    ),
  ];
}

/** Presets of one effect, or all effects whose id is in `ids`. */
export function presetSubjects(ids: readonly string[]): Subject[] {
  return EFFECTS.filter(({ id }) => ids.includes(id)).flatMap(({ id, presets }) =>
    presets.map((preset) => {
      const instance = createEffectInstance(id, id, 3);
      const params = { ...instance.params, ...preset.values };
      return { id, name: `${id}: ${preset.name.en}`, stack: [{ ...instance, params }] };
    }),
  );
}

/** The whole sheet as a JPEG in base64. */
export async function makeSheet(options: {
  moment: Moment;
  cell: Size;
  stage: Size;
  columns: number;
  quality: number;
  kinds: readonly SubjectKind[];
  /** Ids; empty for all. */
  only: readonly string[];
  presetsOf: readonly string[];
}): Promise<string> {
  const { moment, cell, stage, columns, quality, kinds, only, presetsOf } = options;
  const footage = await loadFootage(moment, stage);
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size: stage });
  const all = presetsOf.length > 0 ? presetSubjects(presetsOf) : subjects(kinds);
  const items = only.length > 0 ? all.filter(({ id }) => only.includes(id)) : all;
  const label = 20;
  const sheet = new OffscreenCanvas(
    columns * cell.width,
    Math.ceil(items.length / columns) * (cell.height + label),
  );
  const context = sheet.getContext('2d');
  if (context === null) throw new TypeError('A sheet needs a 2D canvas.');
  context.fillStyle = '#14110f';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingQuality = 'high';
  context.font = '13px "Inter Variable", sans-serif';
  for (const [index, subject] of items.entries()) {
    await drawMoment(compositor, footage, stage, subject);
    const x = (index % columns) * cell.width;
    const y = Math.floor(index / columns) * (cell.height + label);
    context.drawImage(compositor.canvas, x, y, cell.width, cell.height);
    context.fillStyle = '#f4eee6';
    context.fillText(subject.name, x + 6, y + cell.height + 14);
  }
  compositor.dispose();
  const bytes = new Uint8Array(
    await (await sheet.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer(),
  );
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(binary);
}

function event(target: EventTarget, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(name, () => resolve(), { once: true });
    target.addEventListener('error', () => reject(new Error(`No "${name}" from the film.`)), { once: true });
  });
}
