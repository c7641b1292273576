/**
 * Writes the stored project of the current version that tests read ever after: `npx tsx scripts/project-fixture.ts`.
 * Run once for each new version; what was written for older ones is never touched.
 */
import { writeFileSync } from 'node:fs';
import { frameStart } from '../src/core/time';
import { createProjectFromTake } from '../src/project/create-project';
import { addClip } from '../src/project/edits/add-clip';
import { reverseClip, setSpeedCurve } from '../src/project/edits/change-clip';
import { addMarker, setShape } from '../src/project/edits/change-film';
import { setNumbers, toggleKey } from '../src/project/edits/change-numbers';
import { addSticker, changeSticker } from '../src/project/edits/change-stickers';
import { addText, changeText } from '../src/project/edits/change-texts';
import { addVoice, detachSound } from '../src/project/edits/change-voice';
import { emptyClip } from '../src/project/edits/empty-clip';
import { freezeFrame } from '../src/project/edits/freeze-frame';
import type { Edit } from '../src/project/history';
import { PROJECT_VERSION } from '../src/project/project';

const take = {
  id: 'take-1',
  name: 'Squats',
  duration: 6,
  size: { width: 1920, height: 1080 },
  hasSound: true,
  mirror: true,
  music: { song: { kind: 'bundled', id: 'neon-steps' } as const, songStart: 2 },
  verdict: null,
};
const at = (frame: number): ReturnType<typeof frameStart> => frameStart(frame, 30);

const edits: readonly Edit[] = [
  (film) => addClip(film, { ...take, id: 'take-2', duration: 4 }, 'clip-2'),
  (film) => addClip(film, { ...take, id: 'take-2', duration: 4 }, 'clip-3'),
  (film) =>
    setSpeedCurve(film, 'clip-1', [
      { at: 0, speed: 2 },
      { at: 0.5, speed: 0.5 },
      { at: 1, speed: 2 },
    ]),
  (film) => reverseClip(film, 'clip-2'),
  (film) => detachSound(film, 'clip-2', 'sound-2'),
  (film) => emptyClip(film, 'clip-3'),
  (film) => freezeFrame(film, at(20), 15, { still: 'still-1', rest: 'clip-1b' }),
  (film) => toggleKey(film, 'clip-1', 'scale', at(0)),
  (film) => setNumbers(film, 'clip-1', { scale: 1.4, rotation: 10, cropLeft: 0.1 }, at(15)),
  (film) => addText(film, 'One two', 'text-1'),
  (film) =>
    changeText(film, 'text-1', {
      font: 'poster',
      motion: { in: 'pop', loop: 'beat', out: 'fade', unit: 'letter', seconds: 0.6 },
    }),
  (film) => addSticker(film, { kind: 'bundled', id: 'crown' }, at(30), 'sticker-1'),
  (film) => changeSticker(film, 'sticker-1', { pin: 'head' }),
  (film) => addVoice(film, 'recording-1', { start: at(10), seconds: 2, newId: 'voice-1' }),
  (film) => addMarker(film, at(60), 'Drop', 'marker-1'),
  (film) => setShape(film, '4:5'),
];

const project = edits.reduce(
  (film, edit) => edit(film),
  createProjectFromTake(take, { id: 'project-1', now: 1_750_000_000_000 }),
);
const path = new URL(`../tests/fixtures/project-v${PROJECT_VERSION}.json`, import.meta.url);
writeFileSync(path, `${JSON.stringify(project, null, 2)}\n`);
