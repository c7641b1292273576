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
  readonly trousers: string;
  readonly shoes: string;
  readonly soles: string;
  readonly eyes: string;
  readonly lips: string;
}

/** Natural colours with clear edges between skin and cloth: what the pose model knows from photographs. */
export const DEMO_COLORS: BodyColors = {
  skin: '#d9a07a',
  hair: '#2b1a12',
  shirt: '#e0563f',
  trousers: '#34456b',
  shoes: '#f2eee8',
  soles: '#c9c2b8',
  eyes: '#2a1c18',
  lips: '#a8503f',
};

/** Paper and ink, so that lit limbs and the cool rim stand out. */
export const COACH_COLORS: BodyColors = {
  skin: '#e7b791',
  hair: '#231b1a',
  shirt: '#faf6f0',
  trousers: '#3d4a63',
  shoes: '#ff4d2e',
  soles: '#faf6f0',
  eyes: '#2a1c18',
  lips: '#b05a47',
};
