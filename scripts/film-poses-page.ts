/** The page's half of `film-poses`: a film in, a pose-track JSON out. */
import { analyseBody } from '../src/media/analyse-body';
import { createPoseDetector } from '../src/pose/detector/detector-client';
import { formatPoseTrackJson } from '../src/pose/pose-track-json';

export async function posesOfFilm(base64: string, name: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const detector = createPoseDetector({ model: 'full', wantMatte: false });
  try {
    const { pose } = await analyseBody(new Blob([bytes]), { detector });
    return formatPoseTrackJson({ ...pose, source: name });
  } finally {
    detector.dispose();
  }
}
