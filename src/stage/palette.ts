/** Colours of the stage: the design tokens that are drawn on canvases, and the clothes of the mannequins. */
import type { Judgement } from '../dance/judgement';

/** `#rrggbb`. The same values as the tokens of the user interface. */
export const STAGE_COLORS = {
  background: '#14110f',
  paper: '#faf6f0',
  /** The act: what is to be done now. */
  hot: '#ff4d2e',
  /** Guides. */
  cool: '#35c2ff',
} as const;

/** Told apart by brightness as well as by hue; the outline also differs in width and dashes. */
export const JUDGEMENT_COLORS: Readonly<Record<Judgement, string>> = {
  perfect: '#ffd23f',
  great: '#5ee6a8',
  good: '#7fb4ff',
  miss: '#8a8178',
};

/** What each part of a mannequin is painted with. */
export interface BodyColors {
  readonly skin: string;
  readonly hair: string;
  readonly shirt: string;
  /** A band across the chest, at cuffs and ankles. */
  readonly band: string;
  readonly trousers: string;
  readonly shoes: string;
  readonly soles: string;
  readonly eyes: string;
  readonly lips: string;
}

/** How a mannequin is dressed. */
export interface Outfit {
  readonly colors: BodyColors;
  readonly hair: 'short' | 'headphones' | 'cap' | 'buns' | 'curls';
  readonly sleeves: 'short' | 'long';
  readonly legs: 'long' | 'shorts';
  /** How much wider than the limb the cloth hangs, in metres. */
  readonly loose: number;
}

/** Natural colours with clear edges between skin and cloth: what the pose model knows from photographs. */
export const DEMO_OUTFIT: Outfit = {
  colors: {
    skin: '#d9a07a',
    hair: '#2b1a12',
    shirt: '#e0563f',
    band: '#e0563f',
    trousers: '#34456b',
    shoes: '#f2eee8',
    soles: '#c9c2b8',
    eyes: '#2a1c18',
    lips: '#a8503f',
  },
  hair: 'short',
  sleeves: 'short',
  legs: 'long',
  loose: 0,
};

/** The look of a series: the coach's clothes, and the light of coach and targets. */
export interface CoachStyle {
  readonly outfit: Outfit;
  /** Rim light, edges of the portal, targets. */
  readonly accent: string;
  /** The portal behind the coach, from its top to its floor, and the sun in it. */
  readonly portal: readonly [top: string, bottom: string, sun: string];
  /** Which pattern lies on the portal: 0 beams, 1 bricks, 2 dots, 3 arcs. */
  readonly pattern: 0 | 1 | 2 | 3;
}

const EYES = '#2a1c18';

const STYLES: Readonly<Record<string, CoachStyle>> = {
  'gaga-machine': {
    outfit: {
      colors: {
        skin: '#e7b791',
        hair: '#1d1b2e',
        shirt: '#f4f1ff',
        band: '#35c2ff',
        trousers: '#463a86',
        shoes: '#ff4d2e',
        soles: '#faf6f0',
        eyes: EYES,
        lips: '#b05a47',
      },
      hair: 'headphones',
      sleeves: 'long',
      legs: 'long',
      loose: 0.008,
    },
    accent: STAGE_COLORS.cool,
    portal: ['#251a4d', '#0f2f63', '#3f3aa8'],
    pattern: 0,
  },
  'street-basics': {
    outfit: {
      colors: {
        skin: '#8d5a3c',
        hair: '#17110f',
        shirt: '#ffc94d',
        band: '#faf6f0',
        trousers: '#3b4c5e',
        shoes: '#faf6f0',
        soles: '#ff4d2e',
        eyes: '#150d0a',
        lips: '#6e3a2c',
      },
      hair: 'cap',
      sleeves: 'short',
      legs: 'long',
      loose: 0.016,
    },
    accent: '#ffb02e',
    portal: ['#4a2019', '#22303d', '#8c3c22'],
    pattern: 1,
  },
  'pop-hook': {
    outfit: {
      colors: {
        skin: '#f0c7a6',
        hair: '#5a2a3c',
        shirt: '#ff8fb8',
        band: '#fff6ec',
        trousers: '#fff6ec',
        shoes: '#b8f2dc',
        soles: '#ff8fb8',
        eyes: EYES,
        lips: '#c9506a',
      },
      hair: 'buns',
      sleeves: 'short',
      legs: 'shorts',
      loose: 0.012,
    },
    accent: '#ff9ecb',
    portal: ['#5b1f4d', '#7a2f5c', '#b24a7c'],
    pattern: 2,
  },
  'chair-crew': {
    outfit: {
      colors: {
        skin: '#b97f57',
        hair: '#2a1a14',
        shirt: '#2fd0a5',
        band: '#f7f3d7',
        trousers: '#33303f',
        shoes: '#f7f3d7',
        soles: '#2fd0a5',
        eyes: EYES,
        lips: '#8f4a3a',
      },
      hair: 'curls',
      sleeves: 'long',
      legs: 'long',
      loose: 0.012,
    },
    accent: '#5ef0c0',
    portal: ['#123a3f', '#1d2b4a', '#1f6b66'],
    pattern: 3,
  },
};

/** Paper and ink, for dances that belong to no series. */
const HOUSE_STYLE: CoachStyle = {
  outfit: {
    colors: {
      skin: '#e7b791',
      hair: '#231b1a',
      shirt: '#faf6f0',
      band: '#ff4d2e',
      trousers: '#3d4a63',
      shoes: '#ff4d2e',
      soles: '#faf6f0',
      eyes: EYES,
      lips: '#b05a47',
    },
    hair: 'short',
    sleeves: 'short',
    legs: 'long',
    loose: 0.006,
  },
  accent: STAGE_COLORS.cool,
  portal: ['#2a211d', '#1f2a33', '#4a3a33'],
  pattern: 3,
};

/** The look of a series by its id; of no or an unknown series the house's own. */
export function coachStyle(series: string | undefined): CoachStyle {
  return (series === undefined ? undefined : STYLES[series]) ?? HOUSE_STYLE;
}
