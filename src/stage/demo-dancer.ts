/** The demo dancer: a mannequin in a plain room as a live picture, where a webcam would be. */
import { Scene, type WebGLRenderer } from 'three';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import { modulo } from '../core/scalar';
import { poseTrackDuration, type PoseTrack } from '../pose/pose-track';
import { createDemoCamera } from './demo-camera';
import { demoSway } from './demo-framing';
import { GroundShadow } from './ground-shadow';
import { createMannequin } from './mannequin';
import { createPaintMaterial, paintedMesh } from './painted-mesh';
import { createStageRenderer } from './stage-renderer';
import { TrackSampler } from './track-sampler';

export interface DemoDancer extends Disposable {
  readonly canvas: HTMLCanvasElement;
  /** One picture track; a new picture for each `drawAt`, at most `fps` a second. */
  readonly stream: MediaStream;
  /**
   * Draws the dancer at that second of the track. Before the start the dancer waits in the first pose, after the
   * end the dance begins again.
   */
  drawAt(songSeconds: number): void;
}

const WALL_METRES = -1.4;

/**
 * @param options `size` in pixels; `track` is danced as it is (mirror it before, where the dancer plays against a coach);
 *   `seated` puts a stool under hips that are low enough to sit
 * @throws StudioError `webgl-missing` where the browser draws no WebGL
 */
export function createDemoDancer(options: {
  size: Size;
  fps: number;
  track: PoseTrack;
  seated?: boolean;
}): DemoDancer {
  const { size, fps, track, seated = false } = options;
  const scope = new Scope();
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const renderer = createStageRenderer(canvas, size, { antialias: true });
  scope.defer(() => releaseRenderer(renderer));

  const scene = new Scene();
  const mannequin = scope.own(createMannequin('demo'));
  const shadow = scope.own(new GroundShadow('#2a211c', 0.55));
  const room = buildRoom();
  scope.defer(() => {
    for (const mesh of room) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  });
  scene.add(...room, shadow.object, mannequin.object);

  const camera = createDemoCamera(track, size);
  const sampler = new TrackSampler();
  const duration = poseTrackDuration(track);
  const stream = canvas.captureStream(fps);
  scope.defer(() => {
    for (const media of stream.getTracks()) media.stop();
  });

  return {
    canvas,
    stream,
    drawAt(songSeconds) {
      if (scope.disposed) return;
      const seconds = songSeconds > duration && duration > 0 ? modulo(songSeconds, duration) : songSeconds;
      if (sampler.sample(track, seconds)) {
        const sway = demoSway(sampler.image, sampler.world, track.aspect);
        mannequin.pose(sampler.world, seated);
        mannequin.object.position.x = sway;
        shadow.follow(sampler.world, sway);
      }
      renderer.clear();
      renderer.render(scene, camera);
    },
    dispose: () => scope.dispose(),
  };
}

/** A wall lit from the upper left and a wooden floor; four big triangles and a skirting board. */
function buildRoom(): ReturnType<typeof paintedMesh>[] {
  const wide = 4;
  const wall = paintedMesh(
    [
      { at: [-wide, 0, WALL_METRES], color: '#b9b2a8', opacity: 1 },
      { at: [wide, 0, WALL_METRES], color: '#9d968d', opacity: 1 },
      { at: [wide, 1.6, WALL_METRES], color: '#b5aea4', opacity: 1 },
      { at: [-wide, 1.6, WALL_METRES], color: '#d9d3c8', opacity: 1 },
      { at: [-wide, 4, WALL_METRES], color: '#e4dfd5', opacity: 1 },
      { at: [wide, 4, WALL_METRES], color: '#c0b9ae', opacity: 1 },
    ],
    [0, 1, 2, 0, 2, 3, 3, 2, 5, 3, 5, 4],
    createPaintMaterial({ transparent: false }),
  );
  const floor = paintedMesh(
    [
      { at: [-wide, 0, WALL_METRES], color: '#8a7663', opacity: 1 },
      { at: [wide, 0, WALL_METRES], color: '#7a6858', opacity: 1 },
      { at: [wide, 0, 3], color: '#9a8470', opacity: 1 },
      { at: [-wide, 0, 3], color: '#b09a83', opacity: 1 },
    ],
    [0, 2, 1, 0, 3, 2],
    createPaintMaterial({ transparent: false }),
  );
  const skirting = paintedMesh(
    [
      { at: [-wide, 0, WALL_METRES + 0.01], color: '#efeae2', opacity: 1 },
      { at: [wide, 0, WALL_METRES + 0.01], color: '#d6d0c6', opacity: 1 },
      { at: [wide, 0.09, WALL_METRES + 0.01], color: '#d6d0c6', opacity: 1 },
      { at: [-wide, 0.09, WALL_METRES + 0.01], color: '#f2eee7', opacity: 1 },
    ],
    [0, 1, 2, 0, 2, 3],
    createPaintMaterial({ transparent: false }),
  );
  return [wall, floor, skirting];
}

function releaseRenderer(renderer: WebGLRenderer): void {
  renderer.dispose();
  // A browser allows few contexts at a time and frees them late; this one is given back at once.
  renderer.forceContextLoss();
}
