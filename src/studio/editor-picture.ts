/** Draws the film on the editor's canvas: any frame as if played up to it, the latest wish first. */
import { toEvenSize, type Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import { frameDuration, frameStart, type Flicks } from '../core/time';
import type { Compositor } from '../effects/render/compositor-types';
import type { FrameInputsSource } from '../export/frame-inputs';
import { allEffects } from '../project/all-effects';
import { projectDuration } from '../project/duration';
import { planFrame } from '../project/plan-frame';
import type { Project } from '../project/project';
import { PreviewSize } from './preview-size';

export interface EditorPicture extends Disposable {
  /** Where the film is shown; null while nowhere. Draws the last wish again. */
  attach(canvas: HTMLCanvasElement | null): void;
  /** Draws the frame of `time` exactly. A later wish overtakes one that is not done. */
  show(project: Project, time: Flicks): void;
  /** Draws the frame of `time` when the one before is done, and leaves it out otherwise: while playing. */
  play(project: Project, time: Flicks): void;
  /** Films or tracks of a take have changed. */
  forget(takeId: string): void;
}

export interface EditorPictureOptions {
  readonly inputs: FrameInputsSource;
  readonly createCompositor: (options: { canvas: OffscreenCanvas; size: Size }) => Compositor;
  readonly onError: (error: unknown) => void;
}

interface Wish {
  readonly project: Project;
  readonly time: Flicks;
  readonly playing: boolean;
}

/** Milliseconds without an edit or a seek after which the rest of the film is made ready. */
const REST_MS = 400;

/**
 * The compositor draws out of sight and only finished frames are shown, so that neither the run-up of a temporal effect
 * nor a change of canvas is seen, and programs stay compiled while the film is open.
 */
export function createEditorPicture(options: EditorPictureOptions): EditorPicture {
  const scope = new Scope();
  const previewSize = new PreviewSize();
  let canvas: HTMLCanvasElement | null = null;
  let offscreen: { canvas: OffscreenCanvas; compositor: Compositor } | null = null;
  let wanted: Wish | null = null;
  let shown: Wish | null = null;
  let drawing: Promise<void> | null = null;
  /** Number of the frame that the compositor's history ends with, and the document that it was drawn from. */
  let history: { frame: number; project: Project } | null = null;
  let warming: ReturnType<typeof setTimeout> | undefined;

  const sizeFor = (stage: Size): Size => {
    const { height } = previewSize.size;
    return toEvenSize({ width: (height * stage.width) / stage.height, height });
  };

  const openCompositor = (project: Project): Compositor => {
    if (offscreen !== null) return offscreen.compositor;
    const size = sizeFor(project.size);
    const surface = new OffscreenCanvas(size.width, size.height);
    const compositor = scope.own(options.createCompositor({ canvas: surface, size }));
    const again = (): void => {
      history = null;
      redraw();
    };
    surface.addEventListener('webglcontextrestored', again);
    scope.defer(() => surface.removeEventListener('webglcontextrestored', again));
    // Words are drawn with whatever is there until their font has come.
    document.fonts.addEventListener('loadingdone', again);
    scope.defer(() => document.fonts.removeEventListener('loadingdone', again));
    offscreen = { canvas: surface, compositor };
    return compositor;
  };

  /** Draws one frame out of sight; `frame` is the number that the compositor is told. */
  const drawFrame = async (project: Project, time: Flicks, frame?: number): Promise<void> => {
    const compositor = openCompositor(project);
    const plan = planFrame(project, time);
    const gathered = await options.inputs.gather(project, plan);
    try {
      if (scope.disposed) return;
      const { inputs } = gathered;
      compositor.render(frame === undefined ? inputs : { ...inputs, plan: { ...plan, frame } });
      history = { frame: frame ?? plan.frame, project };
    } finally {
      gathered.release();
    }
  };

  const present = (): void => {
    if (canvas === null || offscreen === null || offscreen.compositor.lost) return;
    const { width, height } = offscreen.canvas;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(offscreen.canvas.transferToImageBitmap());
  };

  const drawExactly = async (wish: Wish): Promise<void> => {
    const { project, time } = wish;
    const compositor = openCompositor(project);
    const { frame, effects, imports } = planFrame(project, time);
    const runUp = Math.min(frame, compositor.prerollFrames(effects, imports));
    const isNext = history?.frame === frame - 1 && history.project === project;
    for (let back = isNext ? 0 : runUp; back > 0; back -= 1) {
      await drawFrame(project, frameStart(frame - back, project.fps));
      if (wanted !== null || scope.disposed) return;
    }
    // Without a run-up the compositor must not take the frame for the one after the last.
    if (!isNext && runUp === 0) history = null;
    await drawFrame(project, time);
    present();
  };

  const drawPlaying = async (wish: Wish): Promise<void> => {
    const { project, time } = wish;
    const compositor = openCompositor(project);
    const { frame, effects, imports } = planFrame(project, time);
    if (history?.frame === frame && history.project === project) return;
    const before = performance.now();
    // A machine that leaves frames out would clear the trails each time: they run on over the gap instead.
    const remembers = compositor.prerollFrames(effects, imports) > 0 && history !== null;
    await drawFrame(project, time, remembers ? (history?.frame ?? frame) + 1 : undefined);
    present();
    if (previewSize.note(performance.now() - before)) {
      compositor.resize(sizeFor(project.size));
      history = null;
    }
  };

  /** Compiles what comes later in the film once the person rests, so that nothing hitches while it plays. */
  const warmLater = (project: Project): void => {
    clearTimeout(warming);
    warming = setTimeout(() => {
      openCompositor(project).warm(allEffects(project), project.imports).catch(options.onError);
    }, REST_MS);
  };
  scope.defer(() => clearTimeout(warming));

  const work = async (): Promise<void> => {
    // A turn later, so that a wish made by an answer to this one finds `drawing` set.
    await Promise.resolve();
    while (wanted !== null && !scope.disposed) {
      const wish = wanted;
      wanted = null;
      shown = wish;
      try {
        await (wish.playing ? drawPlaying(wish) : drawExactly(wish));
        if (!wish.playing) warmLater(wish.project);
      } catch (error) {
        history = null;
        options.onError(error);
      }
    }
    drawing = null;
  };

  const wish = (next: Wish): void => {
    if (scope.disposed) return;
    const latest = lastFrame(next.project);
    wanted = { ...next, time: Math.min(next.time, latest) as Flicks };
    // Out of sight nothing is drawn; the wish is kept for the next canvas.
    if (canvas !== null) drawing ??= work();
  };

  const redraw = (): void => {
    const last = wanted ?? shown;
    if (last !== null) wish({ ...last, playing: false });
  };

  return {
    attach(next) {
      canvas = next;
      if (next !== null) redraw();
    },
    show: (project, time) => wish({ project, time, playing: false }),
    play(project, time) {
      if (drawing === null) wish({ project, time, playing: true });
    },
    forget(takeId) {
      options.inputs.forget(takeId);
      history = null;
      redraw();
    },
    dispose: () => scope.dispose(),
  };
}

/** Start of the last frame: what is seen when the playhead stands at the end. */
function lastFrame(project: Project): Flicks {
  const end = projectDuration(project);
  return Math.max(0, end - frameDuration(project.fps)) as Flicks;
}
