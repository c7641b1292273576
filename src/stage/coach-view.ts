/** The mannequin alone on a plain stage: the replay beside a film, the preview of an own challenge, artwork. */
import type { Size } from '../core/geometry';
import { PerspectiveCamera, Scene } from 'three';
import { Scope, type Disposable } from '../core/ownership';
import type { Limb } from '../dance/judgement';
import type { PoseTrack } from '../pose/pose-track';
import { GroundShadow } from './ground-shadow';
import { createMannequin } from './mannequin';
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

const DISTANCE_METRES = 5;
const VIEW_METRES = 2.4;

/**
 * Takes the canvas for WebGL; its present width and height are the first size.
 * @throws StudioError `webgl-missing`
 */
export function createCoachView(canvas: HTMLCanvasElement): CoachView {
  const scope = new Scope();
  const renderer = createStageRenderer(canvas, canvas, { antialias: true });
  scope.defer(() => renderer.dispose());
  const scene = new Scene();
  const mannequin = scope.own(createMannequin('coach'));
  const shadow = scope.own(new GroundShadow('#000000', 0.5));
  scene.add(shadow.object, mannequin.object);
  const camera = new PerspectiveCamera(1, 1, 0.5, 20);
  camera.position.set(0, VIEW_METRES / 2 - 0.2, DISTANCE_METRES);
  camera.fov = (2 * Math.atan(VIEW_METRES / 2 / DISTANCE_METRES) * 180) / Math.PI;
  const sampler = new TrackSampler();
  const resize = (size: Size): void => {
    renderer.setSize(size.width, size.height, false);
    camera.aspect = size.width / size.height;
    camera.updateProjectionMatrix();
  };
  resize(canvas);
  return {
    resize,
    render(frame) {
      if (scope.disposed) return;
      const isThere = sampler.sample(frame.track, frame.seconds);
      mannequin.object.visible = isThere;
      shadow.object.visible = isThere;
      if (isThere) {
        const sway = lateralSway(sampler.image, sampler.world, frame.track.aspect);
        mannequin.pose(sampler.world);
        mannequin.light(frame.criticalLimbs ?? [], 1);
        mannequin.object.scale.x = frame.mirrored ? 1 : -1;
        mannequin.object.position.x = frame.mirrored ? sway : -sway;
        shadow.follow(sampler.world, mannequin.object.position.x);
      }
      renderer.setClearColor(0x14110f, 1);
      renderer.clear();
      renderer.render(scene, camera);
    },
    dispose: () => scope.dispose(),
  };
}
