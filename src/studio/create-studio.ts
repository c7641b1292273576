/** Puts the app together: storage first, then the sessions over it. */
import { Scope } from '../core/ownership';
import { findEffect } from '../effects/find-effect';
import { EFFECTS, LOOKS, TRANSITIONS, createEffectInstance, lookById } from '../effects/registry';
import { BUNDLED_STICKERS } from '../effects/stickers/bundled-stickers';
import { BUNDLED_SONGS } from '../media/songs/bundled-songs';
import { openStorage } from '../storage/storage';
import type { Catalogue } from './catalogue';
import { createChallengeMaker } from './create-challenge-maker';
import { createOwnChallenges } from './own-challenges';
import { createChallengeShelf } from './challenge-shelf';
import { createCalibration } from './create-calibration';
import { createDance } from './create-dance';
import { createEditor } from './create-editor';
import { createEffectShelf } from './create-effect-shelf';
import { createExporter } from './create-exporter';
import { createLibrary } from './create-library';
import { createLive } from './create-live';
import { createPractice } from './create-practice';
import { createSettings } from './create-settings';
import { createDemoTracks } from './demo-tracks';
import { createSongShelf } from './song-shelf';
import type { Studio } from './studio';

/**
 * Opens storage, saves what a killed tab left behind, and makes every session.
 * @throws StudioError `storage-unavailable`
 */
export async function createStudio(): Promise<Studio> {
  const scope = new Scope();
  const storage = scope.own(await openStorage());
  const settings = await createSettings(storage);
  await storage.takes.recover();
  const songs = createSongShelf(storage);
  const own = createOwnChallenges(storage);
  const challenges = createChallengeShelf(own);
  const demoTracks = createDemoTracks(challenges);
  const parts = { storage, settings, songs, challenges, demoTracks };
  const live = createLive(parts);
  const dance = createDance(parts);
  const practice = createPractice(parts);
  const calibration = createCalibration(parts);
  const maker = createChallengeMaker({ ...parts, own });
  const editor = createEditor(parts);
  const exporter = createExporter(parts);
  const library = createLibrary(parts);
  const effectShelf = await createEffectShelf(storage);
  return {
    settings,
    catalogue: createCatalogue(),
    library,
    effectShelf,
    live,
    dance,
    practice,
    calibration,
    maker,
    editor,
    exporter,
    dispose: () => scope.dispose(),
  };
}

function createCatalogue(): Catalogue {
  return {
    effects: EFFECTS,
    transitions: TRANSITIONS,
    find: findEffect,
    looks: LOOKS,
    songs: BUNDLED_SONGS,
    stickers: BUNDLED_STICKERS,
    instantiate: (effectId) => createEffectInstance(effectId, crypto.randomUUID(), 1),
    instantiateLook: (lookId) =>
      (lookById(lookId)?.stack ?? []).map((effect) => ({
        ...effect,
        id: crypto.randomUUID(),
        look: { id: `use-${lookId}`, lookId, strength: 1 },
      })),
  };
}
