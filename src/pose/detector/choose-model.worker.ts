/** Chooses model and delegate by measuring for about a second, not by guessing. */
import { asStudioError, StudioError } from '../../core/errors';
import type { DetectorInfo, DetectorSettings } from './detector-protocol';
import { openLandmarker, type Landmarker } from './landmarker.worker';

/** The larger model is used where it reaches this rate. */
const ENOUGH_FPS = 20;
const TRIAL_FRAMES = 5;
/** Longest trial of one choice; a GPU delegate on a software GL takes 600 ms a frame. */
const TRIAL_MS = 500;

/** A started landmarker and how it was chosen. */
export interface ChosenLandmarker {
  readonly landmarker: Landmarker;
  readonly info: DetectorInfo;
}

/**
 * Tries the smaller model on either delegate, then the larger one on the faster.
 * @throws StudioError when no choice starts
 */
export async function chooseLandmarker(settings: DetectorSettings): Promise<ChosenLandmarker> {
  const first = settings.model === 'full' ? 'full' : 'lite';
  let best = await tryChoice(settings, first, 'CPU');
  if (!hasSoftwareGl()) best = await fasterOf(best, () => tryChoice(settings, first, 'GPU'));
  if (settings.model !== 'auto' || 1000 / best.info.msPerFrame < ENOUGH_FPS) return best;
  const larger = await tryChoice(settings, 'full', best.info.delegate);
  if (1000 / larger.info.msPerFrame >= ENOUGH_FPS) {
    best.landmarker.close();
    return larger;
  }
  larger.landmarker.close();
  return best;
}

async function tryChoice(
  settings: DetectorSettings,
  model: DetectorInfo['model'],
  delegate: DetectorInfo['delegate'],
): Promise<ChosenLandmarker> {
  const landmarker = await openLandmarker(settings, model, delegate);
  return { landmarker, info: { model, delegate, msPerFrame: measure(landmarker), refused: null } };
}

/** Keeps the faster of two and closes the other; a second that does not start is no failure while there is a first. */
async function fasterOf(
  first: ChosenLandmarker,
  open: () => Promise<ChosenLandmarker>,
): Promise<ChosenLandmarker> {
  let second: ChosenLandmarker;
  try {
    second = await open();
  } catch (error) {
    return { ...first, info: { ...first.info, refused: asStudioError(error, 'pose-crashed').message } };
  }
  const [winner, loser] = second.info.msPerFrame < first.info.msPerFrame ? [second, first] : [first, second];
  loser.landmarker.close();
  return winner;
}

/** Median milliseconds of a few frames. An empty picture makes the detector run, which is the slower of its two ways. */
function measure(landmarker: Landmarker): number {
  const picture = new OffscreenCanvas(180, 320);
  const context = picture.getContext('2d');
  if (context === null) throw new StudioError('pose-crashed', 'No 2D context in the pose worker.');
  const times: number[] = [];
  const began = performance.now();
  for (let index = 0; index <= TRIAL_FRAMES; index += 1) {
    context.fillStyle = `hsl(${index * 40} 30% 50%)`;
    context.fillRect(0, 0, picture.width, picture.height);
    const bitmap = picture.transferToImageBitmap();
    const { elapsedMs } = landmarker.detect(bitmap, index * 33);
    bitmap.close();
    // The first run compiles.
    if (index > 0) times.push(elapsedMs);
    if (performance.now() - began > TRIAL_MS && times.length > 0) break;
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Infinity;
}

/** Whether WebGL is emulated by the processor: then the GPU delegate is ten times slower and not worth the trial. */
function hasSoftwareGl(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return true;
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(details === null ? gl.RENDERER : details.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(renderer);
}
