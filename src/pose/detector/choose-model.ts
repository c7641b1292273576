/** Which model on which delegate, decided by what trials measure and not by what a device calls itself. */
import type { DetectorInfo } from './detector-protocol';

/** A picture every 50 ms: the larger model is worth its cost where it reaches this rate. */
export const ENOUGH_MS = 50;
/** The camera's own rate: where one delegate reaches it, the other need not be tried. */
export const CAMERA_MS = 1000 / 30;

/** What one trial found. */
export interface Trial<Opened> {
  readonly opened: Opened;
  /** Median milliseconds a frame. */
  readonly msPerFrame: number;
}

export interface ChoiceParts<Opened> {
  readonly wanted: 'auto' | DetectorInfo['model'];
  /** Whether WebGL runs on a real GPU. On a software GL that delegate is ten times slower, its first frame takes seconds. */
  readonly hasGpu: boolean;
  /** Starts a model and measures it. */
  readonly trial: (
    model: DetectorInfo['model'],
    delegate: DetectorInfo['delegate'],
  ) => Promise<Trial<Opened>>;
  readonly close: (opened: Opened) => void;
}

export interface Choice<Opened> {
  readonly opened: Opened;
  readonly info: DetectorInfo;
}

/**
 * Tries as few as will do: the larger model on the processor, then on the GPU when that is not yet the camera's rate,
 * then the smaller model in the same way when neither is fast enough.
 * The processor goes first because there its results are the same everywhere and the GPU stays free for the effects.
 * All that is opened and not chosen is closed.
 * @throws whatever the trial on the processor throws
 */
export async function chooseModel<Opened>(parts: ChoiceParts<Opened>): Promise<Choice<Opened>> {
  const larger = await fasterDelegate(parts, parts.wanted === 'lite' ? 'lite' : 'full');
  if (parts.wanted !== 'auto' || larger.info.msPerFrame <= ENOUGH_MS) return larger;
  parts.close(larger.opened);
  return fasterDelegate(parts, 'lite');
}

async function fasterDelegate<Opened>(
  { hasGpu, trial, close }: ChoiceParts<Opened>,
  model: DetectorInfo['model'],
): Promise<Choice<Opened>> {
  const { opened, msPerFrame } = await trial(model, 'CPU');
  const first: Choice<Opened> = { opened, info: { model, delegate: 'CPU', msPerFrame, refused: null } };
  if (!hasGpu || msPerFrame <= CAMERA_MS) return first;
  let second: Trial<Opened>;
  try {
    second = await trial(model, 'GPU');
  } catch (error) {
    // Many drivers refuse; there is a model that works, so this is a fact to report and no failure.
    const refused = error instanceof Error ? error.message : String(error);
    return { ...first, info: { ...first.info, refused } };
  }
  if (second.msPerFrame >= msPerFrame) {
    close(second.opened);
    return first;
  }
  close(first.opened);
  return {
    opened: second.opened,
    info: { model, delegate: 'GPU', msPerFrame: second.msPerFrame, refused: null },
  };
}
