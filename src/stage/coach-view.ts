/** The coach alone on a stage of its own: the replay beside a film, the preview of an own challenge, artwork. */
import { OrthographicCamera, Scene } from 'three';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { Coach, COACH_SWAY_PART } from './coach';
import { GhostDancer } from './ghost-dancer';
import { coachStyle } from './palette';
import { lateralSway } from './root-motion';
import { createStageRenderer } from './stage-renderer';
import { TrackSampler } from './track-sampler';

/** What one picture of a coach view shows. */
export interface CoachViewFrame {
  readonly track: PoseTrack;
  /** Seconds of the track. */
  readonly seconds: number;
  /** Whether the coach is the viewer's mirror image (as the track is), or turned left for right. */
  readonly mirrored: boolean;
  /** Sits on a stool; default false. */
  readonly seated?: boolean;
  /** A second, translucent dancer at the same second. */
  readonly ghost?: { readonly track: PoseTrack; readonly mirrored: boolean } | null;
  /** Limbs to light. */
  readonly criticalLimbs?: readonly Limb[];
  /** Id of the challenge's series, for clothes and light. */
  readonly series?: string;
}

/** A canvas with a dancer. */
export interface CoachView extends Disposable {
  /** @param size in device pixels */
  resize(size: Size): void;
  /** Draws that second; a track without anybody there leaves the stage empty. */
  render(frame: CoachViewFrame): void;
}

/** All of the canvas. */
const WHOLE = { x: 0, y: 0, width: 1, height: 1 } as const;

const NO_LIMBS: readonly Limb[] = [];

/** The house's own stage, where the track has nobody. */
const EMPTY_STAGE = 0x14110f;

/**
 * Takes the canvas for WebGL; its present width and height are the first size.
 * @throws StudioError `webgl-missing`
 */
export function createCoachView(canvas: HTMLCanvasElement): CoachView {
  return new StagedCoachView(canvas);
}

class StagedCoachView implements CoachView {
  readonly #scope = new Scope();
  readonly #renderer;
  readonly #scene = new Scene();
  readonly #camera = new OrthographicCamera();
  readonly #ghostSampler = new TrackSampler();
  readonly #show = {
    guidance: 1,
    flipped: false,
    away: false,
    seated: false,
    lit: NO_LIMBS,
    glow: 1,
    pulse: 0.3,
  };
  #size: Size;
  #coach: Coach | null = null;
  #ghost: GhostDancer | null = null;
  #series: string | undefined;

  constructor(canvas: HTMLCanvasElement) {
    this.#size = { width: canvas.width, height: canvas.height };
    this.#renderer = createStageRenderer(canvas, this.#size, { antialias: false });
    this.#scope.defer(() => {
      this.#coach?.dispose();
      this.#ghost?.dispose();
      this.#renderer.dispose();
    });
  }

  resize(size: Size): void {
    this.#size = size;
    this.#renderer.setSize(size.width, size.height, false);
  }

  render(frame: CoachViewFrame): void {
    if (this.#scope.disposed) return;
    this.#show.flipped = !frame.mirrored;
    this.#show.seated = frame.seated === true;
    this.#show.lit = frame.criticalLimbs ?? NO_LIMBS;
    this.#coachOf(frame.series).draw(this.#renderer, this.#size, frame.track, frame.seconds, this.#show);
    this.#drawGhost(frame);
    this.#renderer.setClearColor(EMPTY_STAGE, 1);
    this.#renderer.clear();
    this.#renderer.render(this.#scene, this.#camera);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #coachOf(series: string | undefined): Coach {
    if (this.#coach !== null && this.#series === series) return this.#coach;
    this.#coach?.dispose();
    this.#coach = new Coach(coachStyle(series), WHOLE, false);
    this.#series = series;
    this.#scene.add(this.#coach.card);
    return this.#coach;
  }

  #drawGhost({ ghost, seconds, seated }: CoachViewFrame): void {
    if (this.#ghost !== null) this.#ghost.mesh.visible = false;
    if (ghost === null || ghost === undefined || !this.#ghostSampler.sample(ghost.track, seconds)) return;
    if (this.#ghost === null) {
      this.#ghost = new GhostDancer(WHOLE);
      this.#ghost.mesh.renderOrder = 1;
      this.#scene.add(this.#ghost.mesh);
    }
    const { world, image } = this.#ghostSampler;
    this.#ghost.draw(
      this.#renderer,
      this.#size,
      world,
      lateralSway(image, world, ghost.track.aspect) * COACH_SWAY_PART,
      { seated: seated === true, flipped: !ghost.mirrored },
    );
  }
}
