/** The real effects and looks, and songs by name only. */
import { findEffect } from '../../../src/effects/find-effect';
import { EFFECTS, LOOKS, TRANSITIONS, createEffectInstance, lookById } from '../../../src/effects/registry';
import { BUNDLED_STICKERS } from '../../../src/effects/stickers/bundled-stickers';
import type { Catalogue } from '../../../src/studio/catalogue';

let nextId = 0;

const newId = (): string => `effect-${(nextId += 1)}`;

export const fakeCatalogue: Catalogue = {
  effects: EFFECTS,
  looks: LOOKS,
  transitions: TRANSITIONS,
  find: findEffect,
  stickers: BUNDLED_STICKERS,
  songs: [
    ['neon-steps', 120, 15, 'Neon Steps', '霓虹腳步', '霓虹脚步', 'ネオン・ステップス', 'ก้าวนีออน'] as const,
    ['paper-lanterns', 96, 20, 'Paper Lanterns', '紙燈籠', '纸灯笼', '紙ちょうちん', 'โคมกระดาษ'] as const,
    ['rush-hour', 132, 32, 'Rush Hour', '尖峰時刻', '高峰时刻', 'ラッシュアワー', 'ชั่วโมงเร่งด่วน'] as const,
  ].map(([id, bpm, duration, en, tw, cn, ja, th]) => ({
    id,
    name: { en, 'zh-TW': tw, 'zh-CN': cn, ja, th },
    grid: { bpm, firstBeat: 0, beatsPerBar: 4 },
    duration,
  })),
  instantiate: (effectId) => createEffectInstance(effectId, newId(), 1),
  instantiateLook: (lookId) => (lookById(lookId)?.stack ?? []).map((effect) => ({ ...effect, id: newId() })),
};
