/** The person's choices: read once, kept with each change. */
import { createStore } from 'zustand/vanilla';
import { LOCALES } from '../core/locale';
import type { Storage } from '../storage/storage';
import type { Settings, SettingsState } from './settings';

/** Name of the stored value. */
const STORED_AS = 'settings';

export const DEFAULT_SETTINGS: SettingsState = {
  locale: null,
  theme: 'system',
  motion: 'system',
  flashGuard: true,
  cameraId: null,
  microphoneId: null,
  recordMicrophone: true,
  mirror: true,
  latencyMs: 0,
  seated: false,
  latencyOffered: false,
  poseModel: 'auto',
  countInBeats: 4,
  keyBindings: {},
  tourSeen: false,
};

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === 'boolean';
const isDevice: Check = (value) => value === null || (typeof value === 'string' && value.length <= 1000);
const isOneOf =
  (...options: unknown[]): Check =>
  (value) =>
    options.includes(value);

/** Actions by name, each with a few combinations of a few keys. */
const isKeyTable: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length <= 200 &&
  Object.values(value).every(
    (keys) =>
      Array.isArray(keys) &&
      keys.length <= 4 &&
      keys.every(
        (combination) =>
          Array.isArray(combination) &&
          combination.length >= 1 &&
          combination.length <= 4 &&
          combination.every((key) => typeof key === 'string' && key.length <= 20),
      ),
  );

const CHECKS: Readonly<Record<keyof SettingsState, Check>> = {
  locale: isOneOf(null, ...LOCALES),
  theme: isOneOf('system', 'dark', 'light'),
  motion: isOneOf('system', 'reduced', 'full'),
  flashGuard: isFlag,
  cameraId: isDevice,
  microphoneId: isDevice,
  recordMicrophone: isFlag,
  mirror: isFlag,
  latencyMs: (value) => typeof value === 'number' && value >= -300 && value <= 300,
  seated: isFlag,
  latencyOffered: isFlag,
  poseModel: isOneOf('auto', 'lite', 'full'),
  countInBeats: isOneOf(4, 8),
  keyBindings: isKeyTable,
  tourSeen: isFlag,
};

/** Settings over a storage. What is stored but not understood has its default again. */
export async function createSettings(storage: Pick<Storage, 'settings'>): Promise<Settings> {
  const stored = sound(await storage.settings.read(STORED_AS).catch(() => undefined));
  const store = createStore<SettingsState>(() => ({ ...DEFAULT_SETTINGS, ...stored }));
  let writing: Promise<void> = Promise.resolve();
  return {
    store,
    change(patch) {
      store.setState(sound(patch));
      // Where storage fails the choice still holds until the tab closes, and the next change tries again.
      writing = writing
        .then(() => storage.settings.write(STORED_AS, store.getState()))
        .catch(() => undefined);
    },
  };
}

/** The entries that are known and have a value that they may have. */
function sound(values: unknown): Partial<SettingsState> {
  if (typeof values !== 'object' || values === null) return {};
  const entries = Object.entries(values).filter(
    ([name, value]) => Object.hasOwn(CHECKS, name) && CHECKS[name as keyof SettingsState](value),
  );
  return Object.fromEntries(entries);
}
