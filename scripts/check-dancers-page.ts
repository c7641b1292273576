/** Runs in the page: the demo dancer is drawn frame by frame and looked at by the real pose model. */
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography } from '../src/dance/compile';
import { createPoseDetector } from '../src/pose/detector/detector-client';
import { formatPoseTrackJson } from '../src/pose/pose-track-json';
import { mirrorPoseTrack, PoseTrackBuilder } from '../src/pose/pose-track';
import { createDemoDancer } from '../src/stage/demo-dancer';

const FPS = 30;
const SIZE = { width: 540, height: 960 };
/** As takes are looked at. */
const LOOK = { resizeWidth: 270, resizeHeight: 480, resizeQuality: 'medium' } as const;

/** The pose track that the model found, as JSON; the dancer faces the coach. */
export async function filmDancer(path: string): Promise<string> {
  const json: unknown = await (await fetch(`/challenges/${path}`)).json();
  const challenge = parseChallenge(json);
  const track = mirrorPoseTrack(compileChoreography(challenge).reference);
  const dancer = createDemoDancer({ size: SIZE, fps: FPS, track, seated: challenge.seated });
  const detector = createPoseDetector({ model: 'full', wantMatte: false });
  try {
    await detector.ready;
    const poses = new PoseTrackBuilder({ fps: FPS, aspect: SIZE.width / SIZE.height, source: path });
    for (let frame = 0; frame < challenge.duration * FPS; frame += 1) {
      const seconds = frame / FPS;
      dancer.drawAt(seconds);
      const found = await detector.detect(await createImageBitmap(dancer.canvas, LOOK), seconds * 1000);
      poses.append(seconds, found?.pose ?? null);
    }
    return formatPoseTrackJson(poses.build());
  } finally {
    detector.dispose();
    dancer.dispose();
  }
}
