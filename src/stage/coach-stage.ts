/** The stage of the dance machine: the player's picture as the hero, the coach, the targets on the beat, the lit outline. */
import { OrthographicCamera, Scene } from 'three';
import type { BeatSignal } from '../core/beat-grid';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { Judgement, Limb } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import { PoseTrackBuilder, type PoseTrack } from '../pose/pose-track';
import { currentMove, lastMetMove } from './approach';
import { beatPulse } from './beat-pulse';
import { Coach, type CoachShow } from './coach';
import { EdgeLight } from './edge-light';
import { EnergyTower } from './energy-tower';
import { FloorRing } from './floor-ring';
import { GhostDancer } from './ghost-dancer';
import { LimbSparks } from './limb-sparks';
import { createPaintMaterial, paintedMesh } from './painted-mesh';
import { coachStyle } from './palette';
import { PictureQuad } from './picture-quad';
import { PictureToStage, PlayerPlacement } from './player-placement';
import { PlayerOutline } from './player-outline';
import { Silhouettes, type SilhouetteShow, type TargetMove } from './silhouettes';
import { createStageRenderer } from './stage-renderer';
import { TargetFrame } from './target-frame';

/** All that one frame of the game shows. */
export interface CoachFrame {
  /** The choreography as the coach shows it, facing the player. */
  readonly reference: PoseTrack;
  readonly songSeconds: number;
  /** In order; a `Move` of a choreography is one. */
  readonly moves: readonly TargetMove[];
  readonly beat: BeatSignal;
  readonly player: {
    /** Camera picture; null shows the empty stage. */
    readonly picture: CanvasImageSource | null;
    /** Shown as in a mirror. The targets are not turned: a player who mirrors the coach fills them in a mirrored picture. */
    readonly mirror: boolean;
    /** In the picture's own coordinates, unmirrored. */
    readonly pose: Pose | null;
    /** The last judgement while it shines; null between. */
    readonly outlineJudgement: Judgement | null;
  };
  /** Silhouettes fade in place instead of flying, and nothing breathes. */
  readonly reducedMotion: boolean;
  /** A rival who danced this before, at this second, facing the player; null or missing = nobody. */
  readonly ghost?: Pose | null;
  /** 0..1: how much is shown before; 1 = coach and silhouettes as always (default), 0 = neither: from memory. */
  readonly guidance?: number;
  /** 0..1: how full the light of the stage is; default 0. */
  readonly energy?: number;
  /** Moves hit in a row; default 0. */
  readonly combo?: number;
  /** Whether the coach is the player's mirror image (default), or a person opposite whose right hand is on the left. */
  readonly mirrored?: boolean;
  /** The coach sits on a stool; default false. */
  readonly seated?: boolean;
  /** The coach is seen from the front (default) or from behind, as in a dance class. */
  readonly facing?: 'player' | 'away';
  /** Id of the challenge's series, for the coach's clothes and light; an unknown one gives the house style. */
  readonly series?: string;
}

export interface CoachStage extends Disposable {
  /** @param size in device pixels */
  resize(size: Size): void;
  render(frame: CoachFrame): void;
}

/**
 * Takes the canvas for WebGL.
 * @param size in device pixels
 * @throws StudioError `webgl-missing`
 */
export function createCoachStage(canvas: HTMLCanvasElement, size: Size): CoachStage {
  return new ComposedCoachStage(canvas, size);
}

const EMPTY_TRACK: PoseTrack = new PoseTrackBuilder({ fps: 30, aspect: 1, source: '' }).build();

/** The far point that silhouettes come from: opposite the coach, below the tally, so that neither is covered. */
const START = { x: 0.15, y: 0.21 };

const NO_LIMBS: readonly Limb[] = [];

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };

class ComposedCoachStage implements CoachStage {
  readonly #scope = new Scope();
  /** What is drawn with the renderer goes before it. */
  readonly #parts = new Scope();
  readonly #renderer;
  readonly #back = new Scene();
  readonly #front = new Scene();
  readonly #camera = new OrthographicCamera();
  readonly #picture: PictureQuad;
  readonly #silhouettes: Silhouettes;
  readonly #outline = this.#parts.own(new PlayerOutline());
  readonly #sparks = this.#parts.own(new LimbSparks());
  readonly #hoops = this.#parts.own(new TargetFrame());
  readonly #ring = this.#parts.own(new FloorRing());
  readonly #tower = this.#parts.own(new EnergyTower());
  readonly #edges = this.#parts.own(new EdgeLight());
  readonly #placement = new PlayerPlacement();
  readonly #toStage = new PictureToStage();
  readonly #coachShow: Changing<CoachShow> = {
    guidance: 1,
    flipped: false,
    away: false,
    seated: false,
    lit: NO_LIMBS,
    glow: 0,
    pulse: 0,
  };
  readonly #ghostShow = { seated: false, flipped: false };
  readonly #targetShow: SilhouetteShow;
  #coach: Coach | null = null;
  #ghost: GhostDancer | null = null;
  #series: string | undefined;
  #size: Size;
  #beatSeconds = 0.5;

  constructor(canvas: HTMLCanvasElement, size: Size) {
    this.#size = size;
    this.#renderer = createStageRenderer(canvas, size, { antialias: false });
    this.#scope.defer(() => this.#renderer.dispose());
    this.#scope.own(this.#parts);
    this.#picture = this.#parts.own(new PictureQuad(this.#renderer));
    this.#back.add(this.#emptyStage(), this.#picture.mesh, this.#edges.object);
    this.#picture.mesh.renderOrder = 1;
    for (const mesh of this.#edges.object.children) mesh.renderOrder += 2;
    this.#ring.mesh.renderOrder = 4;
    this.#outline.mesh.renderOrder = 5;
    this.#tower.mesh.renderOrder = 6;
    this.#sparks.mesh.renderOrder = 30;
    this.#front.add(
      this.#ring.mesh,
      this.#outline.mesh,
      this.#tower.mesh,
      this.#hoops.mesh,
      this.#sparks.mesh,
    );
    this.#silhouettes = this.#parts.own(new Silhouettes(this.#renderer, this.#front));
    this.#parts.defer(() => {
      this.#coach?.dispose();
      this.#ghost?.dispose();
    });
    this.#targetShow = {
      reference: EMPTY_TRACK,
      moves: [],
      songSeconds: 0,
      beatSeconds: 0.5,
      reducedMotion: false,
      placement: this.#placement.now,
      from: START,
      aspect: 1,
      guidance: 1,
      flipped: false,
    };
    // three brings back what it made itself.
    const restore = (): void => {
      this.#picture.restore();
      this.#silhouettes.forget();
    };
    canvas.addEventListener('webglcontextrestored', restore);
    this.#scope.defer(() => canvas.removeEventListener('webglcontextrestored', restore));
  }

  resize(size: Size): void {
    this.#size = size;
    this.#renderer.setSize(size.width, size.height, false);
  }

  render(frame: CoachFrame): void {
    if (this.#scope.disposed) return;
    const { player, beat, moves, songSeconds, reducedMotion } = frame;
    const aspect = this.#size.width / this.#size.height;
    // The beat's own clock tells its length, so that the stage needs no grid.
    if (beat.phase > 0.05) this.#beatSeconds = beat.since / beat.phase;

    const pulse = reducedMotion ? 0.5 : beatPulse(beat, this.#beatSeconds);
    const { mirror, pose, outlineJudgement } = player;

    const pictureSize = this.#picture.show(player.picture, mirror, this.#size);
    if (pictureSize !== null) this.#toStage.set(pictureSize, this.#size, mirror);
    this.#placement.follow(pose, this.#toStage, aspect, songSeconds);
    this.#drawPlayer(frame, aspect, songSeconds);
    this.#ring.place(this.#placement.now, aspect, pulse, frame.combo ?? 0);
    this.#edges.show(frame.combo ?? 0, pulse);
    this.#tower.show(frame.energy, pulse, aspect);
    this.#hoops.place(this.#placement.now, pulse, aspect, reducedMotion);
    this.#drawTargets(frame, aspect);
    this.#drawCoach(frame, pulse);
    this.#drawGhost(frame);
    this.#sparks.show(
      !reducedMotion && outlineJudgement === 'perfect',
      moves[lastMetMove(moves, songSeconds)]?.limbs ?? NO_LIMBS,
      pose,
      this.#toStage,
      aspect,
      songSeconds,
    );
    // The back covers every pixel, so nothing has to be cleared first.
    this.#renderer.render(this.#back, this.#camera);
    this.#renderer.render(this.#front, this.#camera);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #drawPlayer({ player }: CoachFrame, aspect: number, songSeconds: number): void {
    this.#outline.show(
      this.#renderer,
      this.#camera,
      player.pose,
      player.outlineJudgement,
      this.#toStage,
      aspect,
      songSeconds,
    );
  }

  #drawTargets(frame: CoachFrame, aspect: number): void {
    const show = this.#targetShow;
    show.reference = frame.reference;
    show.moves = frame.moves;
    show.songSeconds = frame.songSeconds;
    show.beatSeconds = this.#beatSeconds;
    show.reducedMotion = frame.reducedMotion;
    show.aspect = aspect;
    show.guidance = frame.guidance ?? 1;
    show.flipped = frame.player.picture !== null && !frame.player.mirror;
    this.#silhouettes.update(show, this.#hoops);
  }

  #drawCoach(frame: CoachFrame, pulse: number): void {
    const { moves, songSeconds } = frame;
    const move = moves[currentMove(moves, songSeconds)];
    const isNear = move !== undefined && songSeconds >= move.start - this.#beatSeconds;
    const show = this.#coachShow;
    show.guidance = frame.guidance ?? 1;
    show.flipped = frame.mirrored === false;
    show.away = frame.facing === 'away';
    show.seated = frame.seated === true;
    show.lit = isNear ? move.limbs : NO_LIMBS;
    show.glow = isNear ? 0.65 + 0.35 * pulse : 0;
    show.pulse = pulse;
    this.#coachOf(frame.series).draw(this.#renderer, this.#size, frame.reference, songSeconds, show);
  }

  /** The coach in the clothes of that series; a change of series is a change of coach. */
  #coachOf(series: string | undefined): Coach {
    if (this.#coach !== null && this.#series === series) return this.#coach;
    this.#coach?.dispose();
    const style = coachStyle(series);
    const coach = new Coach(style);
    coach.card.renderOrder = 15;
    this.#front.add(coach.card);
    this.#hoops.tint(style.accent);
    this.#silhouettes.tint(style.accent);
    this.#ring.tint(style.accent);
    this.#coach = coach;
    this.#series = series;
    return coach;
  }

  #drawGhost({ ghost, seated }: CoachFrame): void {
    if (ghost === null || ghost === undefined) {
      if (this.#ghost !== null) this.#ghost.mesh.visible = false;
      return;
    }
    if (this.#ghost === null) {
      this.#ghost = new GhostDancer();
      this.#ghost.mesh.renderOrder = 14;
      this.#front.add(this.#ghost.mesh);
    }
    this.#ghostShow.seated = seated === true;
    this.#ghost.draw(this.#renderer, this.#size, ghost.world, 0, this.#ghostShow);
  }

  /** What is seen where there is no picture: the dark stage with a little warm light from below. */
  #emptyStage(): ReturnType<typeof paintedMesh> {
    const material = createPaintMaterial({ transparent: false, flatOnScreen: true });
    const mesh = paintedMesh(
      [
        { at: [-1, -1, 0], color: '#2b211c', opacity: 1 },
        { at: [1, -1, 0], color: '#241c18', opacity: 1 },
        { at: [1, 1, 0], color: '#14110f', opacity: 1 },
        { at: [-1, 1, 0], color: '#171310', opacity: 1 },
      ],
      [0, 1, 2, 0, 2, 3],
      material,
    );
    this.#parts.defer(() => {
      mesh.geometry.dispose();
      material.dispose();
    });
    return mesh;
  }
}
