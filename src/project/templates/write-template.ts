/** Writes a template from its plan: places on the beats of a bundled song, words and stickers in beats. */
import type { LocalizedText } from '../../core/locale';
import { seedFrom } from '../../core/random';
import { FLICKS_PER_SECOND, frameStart, type Flicks } from '../../core/time';
import { createEffectInstance, lookById } from '../../effects/registry';
import { nearestFrame } from '../clip-layout';
import { PROJECT_FPS } from '../create-project';
import { STAGE_SIZES, type StageShape } from '../edits/change-film';
import type { Clip, Project, StickerItem, TextItem } from '../project';
import { PROJECT_VERSION } from '../project';
import { toTemplate, type Template } from '../template';

export interface TemplatePlan {
  readonly id: string;
  readonly name: LocalizedText;
  readonly hint: LocalizedText;
  /** A bundled song: its tempo, and the beat at which the film begins (after the count-in). */
  readonly song: { readonly id: string; readonly bpm: number; readonly fromBeat: number };
  readonly shape: StageShape;
  readonly look: string | null;
  /** Beats of each place, and how it takes over from the one before. */
  readonly places: readonly {
    readonly beats: number;
    readonly transition?: string;
    readonly fit?: Clip['fit'];
  }[];
  readonly words: readonly (Pick<TextItem, 'text' | 'y' | 'lineHeight' | 'color' | 'style'> &
    Partial<Pick<TextItem, 'font' | 'weight' | 'motion' | 'rotation' | 'x' | 'shadow'>> & {
      readonly from: number;
      readonly beats: number;
    })[];
  readonly stickers: readonly (Pick<StickerItem, 'picture' | 'x' | 'y' | 'size'> &
    Partial<Pick<StickerItem, 'rotation' | 'pin'>> & { readonly from: number; readonly beats: number })[];
}

/** Transitions of templates are short: a third of a second. */
const TRANSITION_FRAMES = 10;

export function writeTemplate(plan: TemplatePlan): Template {
  const { bpm, fromBeat } = plan.song;
  /** The frame nearest to a beat of the film. */
  const at = (beat: number): Flicks => nearestFrame((beat * 60 * FLICKS_PER_SECOND) / bpm, PROJECT_FPS);
  const span = (from: number, beats: number): { start: Flicks; duration: Flicks } => ({
    start: at(from),
    duration: (at(from + beats) - at(from)) as Flicks,
  });
  let beat = 0;
  const clips = plan.places.map(({ beats, transition, fit = 'cover' }, index): Clip => {
    const place = span(beat, beats);
    beat += beats;
    const id = `place-${index + 1}`;
    return {
      id,
      ...place,
      sourceId: 'place',
      sourceStart: 0,
      speed: 1,
      fit,
      mirror: false,
      // What is heard while the cuts jump is the song.
      volume: 0,
      empty: true,
      ...(transition === undefined
        ? {}
        : {
            transition: {
              effect: createEffectInstance(transition, `${id}-transition`, seedFrom(id)),
              duration: frameStart(TRANSITION_FRAMES, PROJECT_FPS),
            },
          }),
    };
  });
  const whole = span(0, beat);
  const stack = plan.look === null ? [] : (lookById(plan.look)?.stack ?? []);
  const project: Project = {
    format: 'fifteen.project',
    version: PROJECT_VERSION,
    id: `template-${plan.id}`,
    name: plan.name.en,
    createdAt: 0,
    modifiedAt: 0,
    size: STAGE_SIZES[plan.shape],
    fps: PROJECT_FPS,
    seed: seedFrom(plan.id),
    sources: {
      place: { takeId: 'place', duration: 0, size: STAGE_SIZES[plan.shape], hasSound: false },
    },
    imports: {},
    tracks: [
      { id: 'video', kind: 'video', muted: false, items: clips },
      {
        id: 'effects',
        kind: 'effects',
        items: stack.map((effect, index) => {
          const id = `effect-${index + 1}`;
          return {
            id,
            ...whole,
            effect: { ...effect, id, look: { id: 'look', lookId: plan.look ?? '', strength: 1 } },
          };
        }),
      },
      {
        id: 'text',
        kind: 'text',
        items: plan.words.map(({ from, beats, ...words }, index): TextItem => ({
          x: 0.5,
          weight: 900,
          ...words,
          ...span(from, beats),
          id: `words-${index + 1}`,
        })),
      },
      {
        id: 'stickers',
        kind: 'stickers',
        items: plan.stickers.map(({ from, beats, ...sticker }, index): StickerItem => ({
          rotation: 0,
          opacity: 1,
          mirror: false,
          blend: 'normal',
          ...sticker,
          ...span(from, beats),
          id: `sticker-${index + 1}`,
        })),
      },
      {
        id: 'music',
        kind: 'music',
        muted: false,
        items: [
          {
            id: 'music-1',
            ...whole,
            song: { kind: 'bundled', id: plan.song.id },
            songStart: (fromBeat * 60) / bpm,
            volume: 1,
            fadeIn: 0,
            fadeOut: 0.5,
          },
        ],
      },
    ],
    markers: [],
    master: { evenLoudness: true, duck: 0.5 },
  };
  return toTemplate(project, plan.name.en);
}
