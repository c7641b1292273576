/** The stage of the dance machine: the player's picture as the hero, the coach, the targets on the beat, the lit outline. */
import { OrthographicCamera, Scene } from 'three';
import type { BeatSignal } from '../core/beat-grid';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import type { Judgement, Limb } from '../dance/judgement';
import type { Pose } from '../pose/pose';
import type { PoseTrack } from '../pose/pose-track';
import { currentMove } from './approach';
import { Coach, COACH_RECT } from './coach';
import { createPaintMaterial, paintedMesh } from './painted-mesh';
import { PictureQuad } from './picture-quad';
import { PictureToStage, PlayerPlacement } from './player-placement';
import { PlayerOutline } from './player-outline';
import { Silhouettes, type TargetMove } from './silhouettes';
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

/** Where the silhouettes leave the coach. */
const START = { x: COACH_RECT.x + COACH_RECT.width / 2, y: COACH_RECT.y + COACH_RECT.height * 0.52 };

const NO_LIMBS: readonly Limb[] = [];

class ComposedCoachStage implements CoachStage {
  readonly #scope = new Scope();
  readonly #renderer;
  readonly #back = new Scene();
  readonly #front = new Scene();
  readonly #camera = new OrthographicCamera();
  readonly #picture: PictureQuad;
  readonly #coach = this.#scope.own(new Coach());
  readonly #silhouettes: Silhouettes;
  readonly #outline = this.#scope.own(new PlayerOutline());
  readonly #frame = this.#scope.own(new TargetFrame());
  readonly #placement = new PlayerPlacement();
  readonly #toStage = new PictureToStage();
  #size: Size;
  #beatSeconds = 0.5;

  constructor(canvas: HTMLCanvasElement, size: Size) {
    this.#size = size;
    this.#renderer = createStageRenderer(canvas, size, { antialias: false });
    this.#scope.defer(() => this.#renderer.dispose());
    this.#picture = this.#scope.own(new PictureQuad(this.#renderer));
    this.#back.add(this.#emptyStage(), this.#picture.mesh);
    this.#picture.mesh.renderOrder = 1;
    this.#outline.mesh.renderOrder = 5;
    this.#coach.card.renderOrder = 15;
    this.#front.add(this.#outline.mesh, this.#frame.mesh, this.#coach.card);
    this.#silhouettes = this.#scope.own(new Silhouettes(this.#renderer, this.#front));
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

    const pictureSize = this.#picture.show(player.picture, player.mirror, this.#size);
    if (pictureSize !== null) this.#toStage.set(pictureSize, this.#size, player.mirror);
    this.#placement.follow(player.pose, this.#toStage, aspect, songSeconds);
    this.#outline.show(player.pose, player.outlineJudgement, this.#toStage, this.#size);
    this.#frame.place(this.#placement.now, beat.phase, aspect, reducedMotion);
    this.#silhouettes.update(
      frame.reference,
      moves,
      songSeconds,
      this.#beatSeconds,
      reducedMotion,
      this.#placement.now,
      START,
      aspect,
    );

    const pulse = reducedMotion ? 0.5 : (1 - beat.phase) ** 2;
    const move = moves[currentMove(moves, songSeconds)];
    const isNear = move !== undefined && songSeconds >= move.start - this.#beatSeconds;
    this.#coach.draw(
      this.#renderer,
      this.#size,
      frame.reference,
      songSeconds,
      isNear ? move.limbs : NO_LIMBS,
      isNear ? 0.6 + 0.4 * pulse : 0,
      pulse,
    );
    // The back covers every pixel, so nothing has to be cleared first.
    this.#renderer.render(this.#back, this.#camera);
    this.#renderer.render(this.#front, this.#camera);
  }

  dispose(): void {
    this.#scope.dispose();
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
    this.#scope.defer(() => {
      mesh.geometry.dispose();
      material.dispose();
    });
    return mesh;
  }
}
