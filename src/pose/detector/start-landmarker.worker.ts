/** Starts the landmarker that suits this device: opens candidates, measures each for a moment, keeps one. */
import { StudioError } from '../../core/errors';
import { chooseModel, type Choice, type Trial } from './choose-model';
import type { DetectorSettings } from './detector-protocol';
import { openLandmarker, type Landmarker } from './landmarker.worker';
import { loadVisionRuntime } from './vision-runtime.worker';

/** Frames measured after the first, which compiles. */
const TRIAL_FRAMES = 9;
/** A trial ends after this time with what it has. */
const TRIAL_MS = 400;

/**
 * @throws StudioError `pose-model-missing`, `webgl-missing`, `pose-crashed` when none starts
 */
export async function startLandmarker(settings: DetectorSettings): Promise<Choice<Landmarker>> {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null)
    throw new StudioError('webgl-missing', 'The pose model needs WebGL 2, even on the processor.');
  const hasGpu = !isSoftware(gl);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  const runtime = await loadVisionRuntime(`${settings.modelsUrl}vision/`);
  const choice = await chooseModel<Landmarker>({
    wanted: settings.model,
    hasGpu,
    async trial(model, delegate) {
      const opened = await openLandmarker(runtime, settings, model, delegate);
      try {
        return await measure(opened);
      } catch (error) {
        opened.close();
        throw error;
      }
    },
    close: (opened) => opened.close(),
  });
  await choice.opened.endTrial();
  return choice;
}

/** Median over a few frames without a body; in a trial the landmarker takes anything for one, so both networks run. */
async function measure(opened: Landmarker): Promise<Trial<Landmarker>> {
  const picture = new OffscreenCanvas(180, 320);
  const context = picture.getContext('2d');
  if (context === null) throw new StudioError('pose-crashed', 'No 2D context in the pose worker.');
  const times: number[] = [];
  const began = performance.now();
  for (let index = 0; index <= TRIAL_FRAMES; index += 1) {
    context.fillStyle = `hsl(${index * 40} 30% 50%)`;
    context.fillRect(0, 0, picture.width, picture.height);
    const bitmap = picture.transferToImageBitmap();
    const { elapsedMs } = await opened.detect(bitmap, index * 33);
    bitmap.close();
    if (index > 0) times.push(elapsedMs);
    if (performance.now() - began > TRIAL_MS && times.length > 0) break;
  }
  return { opened, msPerFrame: times.sort((a, b) => a - b)[times.length >> 1] ?? Infinity };
}

/** Whether WebGL is emulated by the processor. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(details === null ? gl.RENDERER : details.UNMASKED_RENDERER_WEBGL));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}
