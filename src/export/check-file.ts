/** Opens a finished film again and looks whether it is what was asked for. Trusts nothing that made it. */
import { asStudioError } from '../core/errors';
import { openMediaInput, type MediaInput } from '../media/media-input';
import type { FileCheckItem } from './export-facts';
import type { CheckResult } from './check/check-result';
import type { ExpectedFilm } from './check/expected-film';
import { checkColor, checkEditLists, checkOrder, isMp4, readMp4Index } from './check/mp4-checks';
import { checkPackets, readPacketSums } from './check/packet-sums';
import { hearFile } from './check/hear-file';
import { checkBlack, checkColorMatch, checkFrozen, checkPictures } from './check/picture-checks';
import { probePictures } from './check/probe-pictures';
import { checkCopied, checkCopiedSync, readSoundPackets } from './check/copied-sound-checks';
import { checkLoudness, checkNoSound, checkSound, checkSync } from './check/sound-checks';
import {
  checkAspect,
  checkConstantRate,
  checkDuration,
  checkFrames,
  checkSize,
  readPictureTrack,
} from './check/track-checks';
import { Stopwatch } from './stopwatch';

/** As `hearFile`. */
type HearFile = typeof hearFile;

export type { ExpectedFilm, ExpectedSound, SoundProbe } from './check/expected-film';

/**
 * All checks that the kind of film allows, in a fixed order. A check that cannot be made has failed, with the reason as its
 * value. Order, edit lists and colour tags are checked of MP4 only; loudness and sync where there is to be sound;
 * sound that was copied is as loud as it was.
 * @param stopwatch is told what took how long
 * @param hear as `hearFile`, wherever it is done
 */
export async function checkFile(
  file: Blob,
  expected: ExpectedFilm,
  stopwatch = new Stopwatch(),
  hear: HearFile = hearFile,
): Promise<readonly FileCheckItem[]> {
  const opening = stopwatch.time('check-open', () => openMediaInput(file));
  try {
    // Side by side: while sound and picture are being decoded elsewhere, there is time here for the rest.
    const items = await Promise.all([
      checkTrack(opening, expected, stopwatch),
      checkIndex(file, stopwatch),
      checkWhole(opening, expected, stopwatch),
      checkProbes(opening, expected, stopwatch),
      checkHeard(opening, file, expected, stopwatch, hear),
    ]);
    return items.flat();
  } finally {
    await opening.then(
      (media) => media.dispose(),
      // The checks have told why it cannot be opened.
      () => undefined,
    );
  }
}

async function checkTrack(
  opening: Promise<MediaInput>,
  expected: ExpectedFilm,
  stopwatch: Stopwatch,
): Promise<FileCheckItem[]> {
  const track = opening.then((media) => stopwatch.time('check-track', () => readPictureTrack(media)));
  return Promise.all([
    judge('duration', track, (facts) => checkDuration(facts, expected)),
    judge('frames', track, (facts) => checkFrames(facts, expected)),
    judge('constant-rate', track, (facts) => checkConstantRate(facts, expected)),
    judge('size', track, (facts) => checkSize(facts, expected)),
    judge('aspect', track, (facts) => checkAspect(facts, expected)),
  ]);
}

async function checkIndex(file: Blob, stopwatch: Stopwatch): Promise<FileCheckItem[]> {
  // What cannot be read at all is told by each check.
  if (!(await isMp4(file).catch(() => true))) return [];
  const index = stopwatch.time('check-index', () => readMp4Index(file));
  return Promise.all([
    judge('moov-first', index, checkOrder),
    judge('no-edit-list', index, checkEditLists),
    judge('color', index, checkColor),
  ]);
}

async function checkWhole(
  opening: Promise<MediaInput>,
  { sums }: ExpectedFilm,
  stopwatch: Stopwatch,
): Promise<FileCheckItem[]> {
  if (sums === undefined) return [];
  const found = opening.then((media) => stopwatch.time('check-packets', () => readPacketSums(media)));
  return [await judge('whole', found, (packets) => checkPackets(packets, sums))];
}

async function checkProbes(
  opening: Promise<MediaInput>,
  expected: ExpectedFilm,
  stopwatch: Stopwatch,
): Promise<FileCheckItem[]> {
  const probed = opening.then((media) =>
    stopwatch.time('check-pictures', () => probePictures(media, expected)),
  );
  return Promise.all([
    judge('picture', probed, checkPictures),
    judge('color-match', probed, checkColorMatch),
    judge('no-black', probed, checkBlack),
    judge('no-frozen', probed, checkFrozen),
  ]);
}

async function checkHeard(
  opening: Promise<MediaInput>,
  file: Blob,
  { sound, duration }: Pick<ExpectedFilm, 'sound' | 'duration'>,
  stopwatch: Stopwatch,
  hear: HearFile,
): Promise<FileCheckItem[]> {
  if (sound.kind === 'none') return [await judge('sound', opening, checkNoSound)];
  if (sound.kind === 'copied') {
    const reading = opening.then((media) => stopwatch.time('check-sound', () => readSoundPackets(media)));
    return Promise.all([
      judge('sound', reading, (packets) => checkCopied(packets, sound)),
      judge('sync', reading, (packets) => checkCopiedSync(packets, sound)),
    ]);
  }
  const hearing = stopwatch.time('check-hear', () => hear(file, sound.probes, duration));
  return Promise.all([
    judge('sound', hearing, (heard) => checkSound(heard, sound, duration)),
    judge('loudness', hearing, (heard) => checkLoudness(heard, sound)),
    judge('sync', hearing, (heard) => stopwatch.timeNow('check-sync', () => checkSync(heard, sound))),
  ]);
}

/** @param reading what the check looks at; checks of the same may share it */
async function judge<Facts>(
  id: FileCheckItem['id'],
  reading: Promise<Facts>,
  check: (facts: Facts) => CheckResult,
): Promise<FileCheckItem> {
  try {
    return { id, ...check(await reading) };
  } catch (error) {
    return { id, passed: false, value: asStudioError(error).message };
  }
}

/** The same of a file that is sound alone. */
export async function checkSoundFile(
  file: Blob,
  expected: Pick<ExpectedFilm, 'sound' | 'duration'>,
  stopwatch = new Stopwatch(),
): Promise<readonly FileCheckItem[]> {
  const opening = openMediaInput(file);
  try {
    return await checkHeard(opening, file, expected, stopwatch, hearFile);
  } finally {
    await opening.then(
      (media) => media.dispose(),
      // The checks have told why it cannot be opened.
      () => undefined,
    );
  }
}
