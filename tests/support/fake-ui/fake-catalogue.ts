/** A few effects, looks and songs by name only. */
import type { LocalizedText } from '../../../src/core/locale';
import type { EffectDefinition, EffectInstance } from '../../../src/effects/effect';
import type { Catalogue } from '../../../src/studio/catalogue';

const NAMES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['bloom', 'Bloom', '柔光', '柔光', 'ブルーム', 'แสงฟุ้ง'],
  ['rgb-split', 'RGB split', '色彩分離', '色彩分离', 'RGBスプリット', 'แยกสี'],
  ['kaleidoscope', 'Kaleidoscope', '萬花筒', '万花筒', '万華鏡', 'กล้องสลับลาย'],
  ['trails', 'Trails', '殘影', '残影', '残像', 'เงาตาม'],
  ['skeleton-neon', 'Skeleton neon', '霓虹骨架', '霓虹骨架', 'ネオン骨格', 'โครงนีออน'],
  ['background-blur', 'Background blur', '背景模糊', '背景虚化', '背景ぼかし', 'เบลอฉากหลัง'],
  ['beat-pulse', 'Beat pulse', '節拍脈動', '节拍脉动', 'ビートパルス', 'ชีพจรจังหวะ'],
  ['limb-spark', 'Limb spark', '肢體火花', '肢体火花', '手足スパーク', 'ประกายแขนขา'],
];

const named = (words: readonly [string, string, string, string, string, string]): LocalizedText => ({
  en: words[1],
  'zh-TW': words[2],
  'zh-CN': words[3],
  ja: words[4],
  th: words[5],
});

const EFFECTS: readonly EffectDefinition[] = NAMES.map((words) => ({
  id: words[0],
  name: named(words),
  description: named(words),
  category: 'color',
  kind: 'color',
  needs: [],
  seeded: false,
  params: {},
  presets: [],
  passes: [],
}));

let nextId = 0;

function instantiate(effectId: string): EffectInstance {
  nextId += 1;
  return {
    id: `effect-${nextId}`,
    effectId,
    enabled: true,
    params: {},
    strength: 0.8,
    blend: 'normal',
    side: 'everything',
    seed: 1,
  };
}

const LOOK_STACKS = [
  ['neon-night', ['bloom', 'skeleton-neon']],
  ['tape', ['rgb-split', 'trails']],
  ['hall-of-mirrors', ['kaleidoscope']],
] as const;

const LOOK_NAMES: readonly LocalizedText[] = [
  { en: 'Neon night', 'zh-TW': '霓虹夜', 'zh-CN': '霓虹夜', ja: 'ネオンナイト', th: 'คืนนีออน' },
  { en: 'Tape', 'zh-TW': '錄影帶', 'zh-CN': '录像带', ja: 'テープ', th: 'เทป' },
  { en: 'Hall of mirrors', 'zh-TW': '鏡廳', 'zh-CN': '镜厅', ja: '鏡の間', th: 'ห้องกระจก' },
];

export const fakeCatalogue: Catalogue = {
  effects: EFFECTS,
  looks: LOOK_STACKS.map(([id, effects], index) => ({
    id,
    name: LOOK_NAMES[index] as LocalizedText,
    stack: effects.map(instantiate),
  })),
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
  instantiate,
  instantiateLook: (lookId) =>
    (LOOK_STACKS.find(([id]) => id === lookId)?.[1] ?? []).map((effectId) => instantiate(effectId)),
};
