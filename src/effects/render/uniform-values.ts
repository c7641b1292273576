/** What the host puts into the uniforms: of the frame, and of one effect. */
import { Vector2, Vector3, Vector4, type IUniform } from 'three';
import { createRandom, seedFrom } from '../../core/random';
import type { Size } from '../../core/geometry';
import { toSeconds } from '../../core/time';
import { JUDGEMENTS } from '../../dance/judgement';
import { LANDMARK } from '../../pose/landmarks';
import type { Pose } from '../../pose/pose';
import type { FrameSignals } from '../effect';
import { torsoLength } from '../moment-metrics';
import type { FramePlan } from '../../project/frame-plan';
import type { AssetTextures } from './asset-textures';
import { paramValue, type StackedEffect } from './shader-source';

/** Seconds since a beat or judgement that never was. */
const LONG_AGO = 1e4;

/** The uniforms that every program shares, by their GLSL names. */
export function createFrameUniforms() {
  return {
    hostInput: { value: null } as IUniform,
    hostInputMap: { value: new Vector4(1, 1, 0, 0) },
    hostMatte: { value: null } as IUniform,
    hostMatteMap: { value: new Vector4(1, 1, 0, 0) },
    hostHasMatte: { value: 0 },
    hostHistory: { value: null } as IUniform,
    hostHistoryState: { value: new Vector4(0, 0, 1, 1) },
    hostFrom: { value: null } as IUniform,
    hostFromMap: { value: new Vector4(1, 1, 0, 0) },
    hostTo: { value: null } as IUniform,
    hostToMap: { value: new Vector4(1, 1, 0, 0) },
    progress: { value: 0 },
    fromBody: { value: new Vector4() },
    toBody: { value: new Vector4() },
    time: { value: 0 },
    timeDelta: { value: 1 / 30 },
    frame: { value: 0 },
    resolution: { value: new Vector2(1, 1) },
    passSize: { value: new Vector2(1, 1) },
    hostJoints: { value: new Float32Array(33 * 3) },
    /** Hips' middle (x, y up), torso as a part of the height, 1 when somebody is seen. */
    body: { value: new Vector4() },
    hostCoachJoints: { value: new Float32Array(33 * 3) },
    hostLimbErrors: { value: new Float32Array(4) },
    hostWave: { value: new Float32Array(64) },
    /** phase, seconds since, index, place in bar. */
    beat: { value: new Vector4(0, LONG_AGO, 0, 0) },
    /** Seconds; 0 without music. */
    beatPeriod: { value: 0 },
    /** quality 0 (miss or none) .. 1 (perfect), seconds since, combo, 0. */
    score: { value: new Vector4(0, LONG_AGO, 0, 0) },
    audioLevel: { value: 0 },
    audioBands: { value: new Float32Array(8) },
  };
}

export type FrameUniforms = ReturnType<typeof createFrameUniforms>;

/** Sets what holds for the whole frame. */
export function setFrameUniforms(
  uniforms: FrameUniforms,
  plan: FramePlan,
  signals: FrameSignals,
  size: Size,
): void {
  uniforms.time.value = toSeconds(plan.time);
  uniforms.timeDelta.value = plan.frame > 0 ? toSeconds(plan.time) / plan.frame : 1 / 30;
  uniforms.frame.value = plan.frame;
  uniforms.resolution.value.set(size.width, size.height);
  uniforms.passSize.value.set(size.width, size.height);
  const { beat, score, audio, pose, coach, crossing, limbErrors } = signals;
  const aspect = size.width / size.height;
  setJoints(uniforms.hostJoints.value, pose);
  setBody(uniforms.body.value, pose, aspect);
  setJoints(uniforms.hostCoachJoints.value, coach);
  uniforms.hostLimbErrors.value.set(limbErrors ?? [0, 0, 0, 0]);
  setBody(uniforms.fromBody.value, crossing?.from ?? null, aspect);
  setBody(uniforms.toBody.value, crossing?.to ?? null, aspect);
  uniforms.progress.value = plan.transition?.progress ?? 0;
  for (let index = 0; index < 64; index += 1) uniforms.hostWave.value[index] = audio?.wave[index] ?? 0;
  uniforms.beatPeriod.value = beat?.period ?? 0;
  if (beat === null) uniforms.beat.value.set(0, LONG_AGO, 0, 0);
  else uniforms.beat.value.set(beat.phase, beat.since, beat.index, beat.inBar);
  const grade = score?.judgement ?? null;
  if (score === null || grade === null) uniforms.score.value.set(0, LONG_AGO, 0, 0);
  else uniforms.score.value.set(1 - JUDGEMENTS.indexOf(grade) / 3, score.since, score.combo, 0);
  uniforms.audioLevel.value = audio?.level ?? 0;
  for (let band = 0; band < 8; band += 1) uniforms.audioBands.value[band] = audio?.bands[band] ?? 0;
}

/** Landmarks as (x, y up, visibility); all unseen without a body. */
function setJoints(joints: Float32Array, pose: Pose | null): void {
  joints.fill(0);
  if (pose === null) return;
  for (let index = 0; index < 33; index += 1) {
    joints[index * 3] = pose.image[index * 3] ?? 0;
    joints[index * 3 + 1] = 1 - (pose.image[index * 3 + 1] ?? 0);
    joints[index * 3 + 2] = pose.visibility[index] ?? 0;
  }
}

function setBody(body: Vector4, pose: Pose | null, aspect: number): void {
  const torso = pose === null ? null : torsoLength(pose, aspect);
  if (pose === null || torso === null) {
    body.set(0.5, 0.5, 0.25, 0);
    return;
  }
  const middle = (axis: 0 | 1): number =>
    ((pose.image[LANDMARK.leftHip * 3 + axis] ?? 0) + (pose.image[LANDMARK.rightHip * 3 + axis] ?? 0)) / 2;
  body.set(middle(0), 1 - middle(1), torso, 1);
}

/** Sets what belongs to effect `index` of a program. */
export function setEffectUniforms(
  uniforms: Readonly<Record<string, IUniform>>,
  effect: StackedEffect,
  index: number,
  filmSeed: number,
  assets: AssetTextures,
): void {
  const prefix = `e${index}_`;
  set(uniforms, `${prefix}strength`, Math.min(1, effect.instance.strength));
  set(uniforms, `${prefix}seed`, seedUnit(filmSeed, effect.instance.seed));
  for (const [name, param] of Object.entries(effect.definition.params)) {
    const value = paramValue(effect, name);
    if (param.type === 'number' && typeof value === 'number') {
      set(uniforms, `${prefix}${name}`, Math.min(param.max, Math.max(param.min, value)));
    } else if (param.type === 'color' && typeof value === 'string') {
      set(uniforms, `${prefix}${name}`, new Vector3(...parseColor(value)));
    } else if (param.type === 'point' && Array.isArray(value)) {
      const [x, y] = value as readonly [number, number];
      set(uniforms, `${prefix}${name}`, new Vector2(x, 1 - y));
    } else if (param.type === 'lut' && typeof value === 'string') {
      const table = assets.table(value);
      set(uniforms, `${prefix}${name}_table`, table?.texture ?? null);
      set(uniforms, `${prefix}${name}_size`, table?.size ?? 0);
      set(uniforms, `${prefix}${name}_low`, table?.low ?? new Vector3(0, 0, 0));
      set(uniforms, `${prefix}${name}_high`, table?.high ?? new Vector3(1, 1, 1));
    } else if (param.type === 'picture' && typeof value === 'string') {
      const picture = assets.picture(value);
      set(uniforms, `${prefix}${name}_picture`, picture?.texture ?? null);
      set(uniforms, `${prefix}${name}_size`, picture?.size ?? new Vector2(0, 0));
    }
  }
}

/** The film's and the effect's seed as one integer for `draw`. */
export function joinSeeds(filmSeed: number, effectSeed: number): number {
  return seedFrom(`${filmSeed}/${effectSeed}`);
}

/** `#rrggbb` as 0..1; black when it is not one. */
export function parseColor(text: string): [number, number, number] {
  const digits = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return [0, 0, 0];
  const number = Number.parseInt(digits, 16);
  return [((number >> 16) & 255) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

/** 0..1, coarse enough to be exact in a float. */
function seedUnit(filmSeed: number, effectSeed: number): number {
  return Math.floor(createRandom(joinSeeds(filmSeed, effectSeed))() * 65536) / 65536;
}

function set(uniforms: Readonly<Record<string, IUniform>>, name: string, value: unknown): void {
  const uniform = uniforms[name];
  if (uniform !== undefined) uniform.value = value;
}
