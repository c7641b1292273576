/** The templates that ship with the app: cuts on the beats of bundled songs, words that people make their own. */
import type { LocalizedText } from '../../core/locale';
import type { Template } from '../template';
import { writeTemplate, type TemplatePlan } from './write-template';

export const TEMPLATE_PLANS: readonly TemplatePlan[] = [
  {
    id: 'beat-drop',
    name: { en: 'Beat drop', 'zh-TW': '節奏爆點', 'zh-CN': '节奏爆点', ja: 'ビートドロップ', th: 'บีตดรอป' },
    hint: {
      en: 'Calm bars, then a cut on every beat. Best with three takes or more.',
      'zh-TW': '先平靜，再每拍一剪。適合三段以上。',
      'zh-CN': '先平静，再每拍一剪。适合三段以上。',
      ja: '静かに始まり、ビートごとにカット。3本以上におすすめ。',
      th: 'เริ่มช้า แล้วตัดทุกจังหวะ เหมาะกับ 3 เทคขึ้นไป',
    },
    song: { id: 'neon-steps', bpm: 120, fromBeat: 4 },
    shape: '9:16',
    look: 'beat-drop',
    places: [
      { beats: 4 },
      { beats: 4, transition: 'zoom' },
      { beats: 1, transition: 'flash' },
      { beats: 1 },
      { beats: 1 },
      { beats: 1 },
      { beats: 1 },
      { beats: 1 },
      { beats: 1 },
      { beats: 1 },
      { beats: 4, transition: 'whip-pan' },
    ],
    words: [
      {
        from: 4,
        beats: 4,
        text: 'WAIT FOR IT',
        y: 0.2,
        lineHeight: 0.06,
        color: '#ffffff',
        style: 'outline',
        font: 'poster',
        motion: { in: 'type', loop: 'none', out: 'fade', unit: 'letter', seconds: 1.4 },
      },
      {
        from: 8,
        beats: 8,
        text: 'DROP',
        y: 0.24,
        lineHeight: 0.12,
        color: '#ffd166',
        style: 'outline',
        font: 'poster',
        motion: { in: 'pop', loop: 'beat', out: 'fade', unit: 'letter', seconds: 0.5 },
      },
    ],
    stickers: [
      {
        from: 16,
        beats: 4,
        picture: { kind: 'bundled', id: 'burst' },
        x: 0.24,
        y: 0.24,
        size: 0.28,
        rotation: -12,
      },
    ],
  },
  {
    id: 'four-angles',
    name: { en: 'Four angles', 'zh-TW': '四個角度', 'zh-CN': '四个角度', ja: '4つのアングル', th: 'สี่มุม' },
    hint: {
      en: 'One dance from four places, a bar each, twice round.',
      'zh-TW': '同一支舞四個角度，每小節一換，共兩輪。',
      'zh-CN': '同一支舞四个角度，每小节一换，共两轮。',
      ja: '同じダンスを4つの角度で。1小節ずつ2周します。',
      th: 'เต้นเดียวสี่มุม ห้องเพลงละมุม สองรอบ',
    },
    song: { id: 'lightning-arms', bpm: 128, fromBeat: 4 },
    shape: '9:16',
    look: 'neon-night',
    places: [
      { beats: 4 },
      { beats: 4, transition: 'whip-pan' },
      { beats: 4, transition: 'push' },
      { beats: 4, transition: 'whip-pan' },
      { beats: 4, transition: 'spin' },
      { beats: 4, transition: 'whip-pan' },
    ],
    words: [
      {
        from: 0,
        beats: 4,
        text: 'FOUR ANGLES',
        y: 0.2,
        lineHeight: 0.07,
        color: '#ffffff',
        style: 'outline',
        font: 'poster',
        motion: { in: 'rise', loop: 'none', out: 'drop', unit: 'word', seconds: 0.6 },
      },
      {
        from: 20,
        beats: 4,
        text: 'which one?',
        y: 0.22,
        lineHeight: 0.07,
        color: '#4fd5ff',
        style: 'outline',
        font: 'hand',
        weight: 700,
        motion: { in: 'fade', loop: 'sway', out: 'fade', unit: 'line', seconds: 0.4 },
      },
    ],
    stickers: [
      {
        from: 20,
        beats: 4,
        picture: { kind: 'bundled', id: 'arrow' },
        x: 0.8,
        y: 0.34,
        size: 0.22,
        rotation: 200,
      },
    ],
  },
  {
    id: 'before-after',
    name: {
      en: 'Before, after',
      'zh-TW': '前與後',
      'zh-CN': '前与后',
      ja: 'ビフォーアフター',
      th: 'ก่อนและหลัง',
    },
    hint: {
      en: 'Two takes and a wipe in the middle: the first try and the best one.',
      'zh-TW': '兩段，中間一次擦除：第一次與最好的一次。',
      'zh-CN': '两段，中间一次擦除：第一次与最好的一次。',
      ja: '2本を真ん中のワイプで。最初と最高の1本。',
      th: 'สองเทคกับไวป์ตรงกลาง ครั้งแรกกับครั้งที่ดีที่สุด',
    },
    song: { id: 'paper-lanterns', bpm: 96, fromBeat: 4 },
    shape: '4:5',
    look: null,
    places: [{ beats: 8 }, { beats: 8, transition: 'wipe' }],
    words: [
      {
        from: 0,
        beats: 8,
        text: 'Before',
        y: 0.14,
        lineHeight: 0.07,
        color: '#ffffff',
        style: 'box',
        font: 'round',
        weight: 700,
        motion: { in: 'slide', loop: 'none', out: 'fade', unit: 'line', seconds: 0.5 },
      },
      {
        from: 8,
        beats: 8,
        text: 'After',
        y: 0.14,
        lineHeight: 0.07,
        color: '#101014',
        style: 'box',
        font: 'round',
        weight: 700,
        motion: { in: 'slide', loop: 'none', out: 'fade', unit: 'line', seconds: 0.5 },
      },
    ],
    stickers: [
      {
        from: 12,
        beats: 4,
        picture: { kind: 'bundled', id: 'trophy' },
        x: 0.82,
        y: 0.24,
        size: 0.24,
        rotation: 8,
      },
    ],
  },
  {
    id: 'dance-diary',
    name: { en: 'Dance diary', 'zh-TW': '舞蹈日記', 'zh-CN': '舞蹈日记', ja: 'ダンス日記', th: 'บันทึกการเต้น' },
    hint: {
      en: 'Soft and slow, framed, with handwriting. For one long take or a week of short ones.',
      'zh-TW': '柔和緩慢，有邊框與手寫字。一段長片或一週短片。',
      'zh-CN': '柔和缓慢，有边框与手写字。一段长片或一周短片。',
      ja: 'やわらかく、手書き文字つき。長い1本でも短い数本でも。',
      th: 'นุ่มนวล มีกรอบและลายมือ ใช้เทคยาวหนึ่งเทคหรือเทคสั้นหลายวัน',
    },
    song: { id: 'soft-seats', bpm: 98, fromBeat: 4 },
    shape: '9:16',
    look: 'golden-hour',
    places: [
      { beats: 4, fit: 'blur' },
      { beats: 4, transition: 'dissolve', fit: 'blur' },
      { beats: 4, transition: 'dissolve', fit: 'blur' },
      { beats: 4, transition: 'dissolve', fit: 'blur' },
      { beats: 4, transition: 'leak', fit: 'blur' },
    ],
    words: [
      {
        from: 0,
        beats: 8,
        text: 'dear diary,',
        y: 0.16,
        lineHeight: 0.07,
        color: '#fff4d6',
        style: 'plain',
        font: 'hand',
        weight: 700,
        shadow: true,
        motion: { in: 'fade', loop: 'none', out: 'fade', unit: 'letter', seconds: 1.2 },
      },
      {
        from: 12,
        beats: 8,
        text: 'today I danced',
        y: 0.8,
        lineHeight: 0.06,
        color: '#fff4d6',
        style: 'plain',
        font: 'hand',
        weight: 700,
        shadow: true,
        motion: { in: 'fade', loop: 'wave', out: 'fade', unit: 'letter', seconds: 1.2 },
      },
    ],
    stickers: [
      {
        from: 12,
        beats: 8,
        picture: { kind: 'bundled', id: 'flower' },
        x: 0.2,
        y: 0.86,
        size: 0.16,
        rotation: -10,
      },
    ],
  },
  {
    id: 'score-attack',
    name: { en: 'Score attack', 'zh-TW': '衝分', 'zh-CN': '冲分', ja: 'スコアアタック', th: 'ล่าคะแนน' },
    hint: {
      en: 'For judged takes: the arcade look, a crown, and room for the score.',
      'zh-TW': '給評分過的片段：街機風、皇冠，留給分數。',
      'zh-CN': '给评分过的片段：街机风、皇冠，留给分数。',
      ja: '採点したテイク向け。アーケード風に王冠とスコアの場所。',
      th: 'สำหรับเทคที่ให้คะแนนแล้ว สไตล์อาร์เคด มงกุฎ และที่ไว้คะแนน',
    },
    song: { id: 'boss-floor', bpm: 140, fromBeat: 4 },
    shape: '9:16',
    look: 'arcade',
    places: [
      { beats: 8 },
      { beats: 4, transition: 'rgb-tear' },
      { beats: 4, transition: 'glitch-cut' },
      { beats: 8, transition: 'zoom' },
    ],
    words: [
      {
        from: 0,
        beats: 4,
        text: 'READY?',
        y: 0.3,
        lineHeight: 0.1,
        color: '#ffd166',
        style: 'outline',
        font: 'poster',
        motion: { in: 'pop', loop: 'pulse', out: 'pop', unit: 'letter', seconds: 0.5 },
      },
      {
        from: 16,
        beats: 8,
        text: 'NEW RECORD',
        y: 0.2,
        lineHeight: 0.075,
        color: '#4fd5ff',
        style: 'outline',
        font: 'poster',
        motion: { in: 'spin', loop: 'beat', out: 'fade', unit: 'letter', seconds: 0.7 },
      },
    ],
    stickers: [
      {
        from: 16,
        beats: 8,
        picture: { kind: 'bundled', id: 'crown' },
        x: 0.5,
        y: 0.4,
        size: 0.34,
        pin: 'head',
      },
    ],
  },
];

export interface BundledTemplate {
  readonly id: string;
  readonly name: LocalizedText;
  /** What it is good for. */
  readonly hint: LocalizedText;
  readonly template: Template;
}

/** All of them; written when they are first asked for. */
export function bundledTemplates(): readonly BundledTemplate[] {
  written ??= TEMPLATE_PLANS.map((plan) => ({
    id: plan.id,
    name: plan.name,
    hint: plan.hint,
    template: writeTemplate(plan),
  }));
  return written;
}

let written: readonly BundledTemplate[] | undefined;
