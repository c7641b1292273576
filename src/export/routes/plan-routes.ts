/** Chooses the cheapest route for each stretch of a film. Pure: the same film and facts give the same plan. */
import type { Rect, Size } from '../../core/geometry';
import { frameStart } from '../../core/time';
import { planFrame } from '../../project/plan-frame';
import type { Project } from '../../project/project';
import { frameRoute, type FrameRoute } from './frame-route';
import type { SourceFacts } from './source-facts';
import type { FilmStretch, StretchReason, StretchRoute } from './stretch';

/** What is to be made. */
export interface RouteRequest {
  readonly project: Project;
  /** Frames of the project's own time, at `fps`: [first, first + count). The plan counts from 0. */
  readonly first: number;
  readonly count: number;
  readonly fps: number;
  /** Pixels of the file. */
  readonly size: Size;
  /** Packets of films with more bits a second than this are encoded anew. */
  readonly mostBitrate: number;
  /** Cheaper routes than these are not taken: `compose` draws everything. */
  readonly cheapest: StretchRoute;
  /** Whether that is because no file of this kind holds packets of a film. */
  readonly isOfOtherKind?: boolean;
}

/** A picture begins this much before its stamp, in seconds: stamps of files are rounded to their own clocks. */
const STAMP_SLACK_SECONDS = 1e-3;

/** Rounding of a crop, in parts of the picture: far below a pixel. */
const SAME_CROP = 1e-5;

type DirectFrame = Extract<FrameRoute, { route: 'direct' }>;

/** One frame with its way. */
interface RoutedFrame {
  readonly route: StretchRoute;
  readonly reason: StretchReason;
  readonly frame: FrameRoute;
  readonly picture?: number;
}

/**
 * @param facts of each take on the timeline; a take without facts is drawn
 * @returns stretches that follow each other from frame 0 to `count`
 */
export function planRoutes(request: RouteRequest, facts: ReadonlyMap<string, SourceFacts>): FilmStretch[] {
  const { project, first, count, fps } = request;
  const routes = Array.from({ length: count }, (_, index) =>
    frameRoute(planFrame(project, frameStart(first + index, fps))),
  );
  const frames: RoutedFrame[] = [];
  for (let from = 0; from < count;) {
    const length = runLength(routes, from);
    frames.push(...routeRun(routes.slice(from, from + length), request, facts));
    from += length;
  }
  return joined(frames);
}

/** Frames from here on that are one clip in one crop, or any others. */
function runLength(routes: readonly FrameRoute[], from: number): number {
  const head = routes[from];
  let length = 1;
  while (from + length < routes.length && isSameRun(head, routes[from + length])) length += 1;
  return length;
}

function isSameRun(a: FrameRoute | undefined, b: FrameRoute | undefined): boolean {
  if (a?.route !== 'direct' || b?.route !== 'direct') return a?.route === b?.route;
  return (
    a.clipId === b.clipId && a.crop.isMirrored === b.crop.isMirrored && isSameRect(a.crop.rect, b.crop.rect)
  );
}

function isSameRect(a: Rect, b: Rect): boolean {
  const differences = [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height];
  return differences.every((difference) => Math.abs(difference) < SAME_CROP);
}

function routeRun(
  run: readonly FrameRoute[],
  request: RouteRequest,
  facts: ReadonlyMap<string, SourceFacts>,
): RoutedFrame[] {
  const frames = run.filter((frame): frame is DirectFrame => frame.route === 'direct');
  const [head] = frames;
  if (head === undefined)
    return run.map((frame) => ({
      route: 'compose',
      reason: frame.route === 'compose' ? frame.reason : 'layers',
      frame,
    }));
  const source = facts.get(head.takeId);
  // A crop that moves would tremble on the grid of 4:2:0: its runs are a frame long.
  const isMoving = run.length === 1 && head.crop.rect.width < 1 && head.crop.rect.height < 1;
  const drawn = drawnBecause(source, isMoving, request.cheapest);
  if (source === undefined || drawn !== null)
    return frames.map((frame) => ({ route: 'compose', reason: drawn ?? 'unscalable', frame }));
  const reason = encodedBecause(head, source, request);
  if (reason !== null) return frames.map((frame) => ({ route: 'direct', reason, frame }));
  return copyGroups(frames, source, request);
}

function drawnBecause(
  source: SourceFacts | undefined,
  isMoving: boolean,
  cheapest: StretchRoute,
): StretchReason | null {
  if (cheapest === 'compose') return 'reencode';
  if (isMoving) return 'frame';
  return source?.isScalable === true ? null : 'unscalable';
}

/** Why no packet of this clip can be copied; null where groups of it may be. */
function encodedBecause(
  { crop }: DirectFrame,
  source: SourceFacts,
  { size, cheapest, isOfOtherKind }: RouteRequest,
): StretchReason | null {
  if (cheapest === 'direct') return isOfOtherKind === true ? 'kind' : 'reencode';
  if (crop.isMirrored) return 'mirrored';
  const isWhole = isSameRect(crop.rect, { x: 0, y: 0, width: 1, height: 1 });
  const isSameSize = source.size.width === size.width && source.size.height === size.height;
  if (!isWhole || !isSameSize) return 'size';
  return source.notCopied;
}

/** Copies the whole groups that lie inside the run picture for picture; what is left at their edges is encoded. */
function copyGroups(
  frames: readonly DirectFrame[],
  { times, groups }: SourceFacts,
  { fps, mostBitrate }: RouteRequest,
): RoutedFrame[] {
  const shown = picturesShown(frames, times);
  const groupAt = new Map(groups.map((group) => [group.first, group]));
  const routed: RoutedFrame[] = [];
  let why: StretchReason = isOneToOne(shown) ? 'edge' : 'rate';
  for (let index = 0; index < frames.length;) {
    const group = groupAt.get(shown[index] ?? -1);
    const isWhole = group !== undefined && group.count > 0 && isRising(shown, index, group.count);
    const isLean = group !== undefined && (group.bytes * 8 * fps) / group.count <= mostBitrate;
    if (isWhole && !isLean) why = 'bitrate';
    const length = isWhole && isLean ? group.count : 1;
    for (const frame of frames.slice(index, index + length)) {
      const picture = shown[routed.length];
      if (length > 1 || (isWhole && isLean))
        routed.push({
          route: 'copy',
          reason: 'untouched',
          frame,
          ...(picture === undefined ? {} : { picture }),
        });
      else routed.push({ route: 'direct', reason: why, frame });
    }
    index += length;
  }
  return routed;
}

/** Which picture each frame shows: the last that has begun. */
function picturesShown(frames: readonly DirectFrame[], times: Float64Array): number[] {
  let picture = 0;
  return frames.map(({ sourceTime }) => {
    if ((times[picture] ?? 0) > sourceTime + STAMP_SLACK_SECONDS) picture = 0;
    while ((times[picture + 1] ?? Infinity) <= sourceTime + STAMP_SLACK_SECONDS) picture += 1;
    return picture;
  });
}

/** Whether `count` frames from `index` on show picture after picture. */
function isRising(shown: readonly number[], index: number, count: number): boolean {
  const first = shown[index] ?? 0;
  if (index + count > shown.length) return false;
  for (let step = 1; step < count; step += 1) {
    if (shown[index + step] !== first + step) return false;
  }
  return true;
}

function isOneToOne(shown: readonly number[]): boolean {
  return isRising(shown, 0, shown.length);
}

/** Neighbours of one kind as one stretch. */
function joined(frames: readonly RoutedFrame[]): FilmStretch[] {
  const stretches: FilmStretch[] = [];
  let last: RoutedFrame | null = null;
  frames.forEach((frame, index) => {
    const open = stretches.at(-1);
    if (open !== undefined && last !== null && continues(last, frame))
      stretches[stretches.length - 1] = { ...open, count: open.count + 1 };
    else stretches.push(stretchOf(frame, index));
    last = frame;
  });
  return stretches;
}

function continues(a: RoutedFrame, b: RoutedFrame): boolean {
  if (a.route !== b.route || a.reason !== b.reason) return false;
  if (a.frame.route === 'direct' && b.frame.route === 'direct') {
    if (a.route === 'compose') return true;
    if (a.frame.clipId !== b.frame.clipId || !isSameRun(a.frame, b.frame)) return false;
  }
  return a.route !== 'copy' || b.picture === (a.picture ?? NaN) + 1;
}

function stretchOf({ route, reason, frame, picture }: RoutedFrame, first: number): FilmStretch {
  if (route === 'compose' || frame.route === 'compose') return { first, count: 1, route, reason };
  const { takeId, crop } = frame;
  return { first, count: 1, route, reason, takeId, crop, ...(picture === undefined ? {} : { picture }) };
}
