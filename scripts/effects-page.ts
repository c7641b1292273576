/** The page of all effects, transitions and looks as Markdown, from what the registry knows. Pure. */
import type { EffectDefinition, EffectParam, Look } from '../src/effects/effect';

/** What the page is made of. */
export interface EffectsPageParts {
  readonly effects: readonly EffectDefinition[];
  readonly transitions: readonly EffectDefinition[];
  readonly looks: readonly Look[];
}

const SHELVES: Readonly<Record<string, string>> = {
  color: 'Colour',
  lens: 'Lens',
  retro: 'Retro',
  warp: 'Warp',
  edge: 'Edges',
  time: 'Time',
  body: 'Body',
  music: 'Music',
};

const NEEDS: Readonly<Record<string, string>> = {
  pose: 'the body',
  mask: 'its outline',
  audio: 'the sound',
  beats: 'the beat',
  score: 'the score',
  coach: 'the coach',
};

/** Every effect with its settings, every transition, every look with its stack. */
export function effectsPage({ effects, transitions, looks }: EffectsPageParts): string {
  const shelves = [...new Set(effects.map(({ category }) => category))];
  const nameOf = new Map(effects.map(({ id, name }) => [id, name.en]));
  return [
    '# Effects, transitions and looks',
    '',
    `Written from the registry by \`npx tsx scripts/write-effects-page.ts\`: ${effects.length} effects, ${transitions.length} transitions, ${looks.length} looks. Every effect also has a strength, a blend mode, a seed, and a side (everything, the body, the background); every number can have keyframes and follow the music, the body or the score.`,
    '',
    '![Every effect on the demo dancer](effects.jpg)',
    '',
    ...shelves.flatMap((shelf) => [
      `## ${SHELVES[shelf] ?? shelf}`,
      '',
      ...table(effects.filter(({ category }) => category === shelf)),
    ]),
    '## Transitions',
    '',
    '![Every transition a quarter, half and three quarters of the way](transitions.jpg)',
    '',
    ...table(transitions),
    '## Looks',
    '',
    '![Every look on the demo dancer](looks.jpg)',
    '',
    '| look | in the order of its effects |',
    '| --- | --- |',
    ...looks.map(
      ({ name, stack }) =>
        `| ${name.en} | ${stack.map(({ effectId }) => nameOf.get(effectId) ?? effectId).join(', ')} |`,
    ),
    '',
  ].join('\n');
}

function table(effects: readonly EffectDefinition[]): string[] {
  return [
    '| | what one sees | settings | presets | needs |',
    '| --- | --- | --- | --- | --- |',
    ...effects.map(({ id, name, description, params, presets, needs }) => {
      const settings = Object.values(params).map(settingOf).join(', ');
      const ready = presets.map((preset) => preset.name.en).join(', ');
      const needed = needs.map((need) => NEEDS[need] ?? need).join(', ');
      return `| **${name.en}** \`${id}\` | ${description.en} | ${settings} | ${ready} | ${needed} |`;
    }),
    '',
  ];
}

/** A setting with what can be chosen. */
function settingOf(param: EffectParam): string {
  const name = param.name.en;
  if (param.type === 'number') return `${name} ${param.min}–${param.max}`;
  if (param.type === 'choice')
    return `${name} (${param.options.map((option) => option.name.en).join(' · ')})`;
  if (param.type === 'color') return `${name} (colour)`;
  if (param.type === 'point') return `${name} (place)`;
  if (param.type === 'lut') return `${name} (table of colours)`;
  if (param.type === 'picture') return `${name} (of one's own)`;
  return `${name} (on or off)`;
}
