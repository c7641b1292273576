/** The film of a dance: markers, stickers and effects that answer the score, all of it to be taken off again. */
import { describe, expect, it } from 'vitest';
import { toSeconds } from '../../../src/core/time';
import type { Judgement, Verdict } from '../../../src/dance/judgement';
import { createProjectFromTake, type TakeFacts } from '../../../src/project/create-project';
import { itemsOf } from '../../../src/project/change-items';
import { parseProject } from '../../../src/project/parse-project';
import { addScoreStickers, type StickerWords } from '../../../src/project/score-stickers';

const judged: readonly Judgement[] = ['perfect', 'great', 'perfect', 'miss', 'good', 'perfect'];

const verdict: Verdict = {
  scoreVersion: 'test',
  score: 76.4,
  stars: 4,
  limbs: { leftArm: 1, rightArm: 1, leftLeg: 1, rightLeg: 1, trunk: 1, head: 1 },
  maxCombo: 3,
  moves: judged.map((judgement, move) => ({
    move,
    start: 2 + move * 2,
    end: 4 + move * 2,
    judgement,
    score: 80,
    timingMs: 0,
    limbs: {},
    cause: null,
  })),
};

const take: TakeFacts = {
  id: 'take',
  name: 'Neon',
  duration: 15,
  size: { width: 720, height: 1280 },
  hasSound: false,
  mirror: true,
  music: { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 },
  verdict,
};

const words: StickerWords = {
  judgements: { perfect: 'Perfect', great: 'Great', good: 'Good', miss: 'Miss' },
  combo: (count) => `Combo ${count}`,
  score: (points) => `${points} points`,
};

const project = addScoreStickers(createProjectFromTake(take, { id: 'p', now: 0 }), take, words);
const texts = itemsOf(project, 'text');

describe('score stickers', () => {
  it('say each judgement when it was given, but no miss', () => {
    const said = texts.filter(({ id }) => /^sticker-\d/.test(id));
    expect(said.map(({ text }) => text)).toEqual(['Perfect', 'Great', 'Perfect', 'Good', 'Perfect']);
    expect(said.map(({ start }) => toSeconds(start))).toEqual([4, 6, 8, 12, 14]);
  });

  it('say a long combo, and the score at the end', () => {
    expect(texts.filter(({ text }) => text.startsWith('Combo')).map(({ text }) => text)).toEqual(['Combo 3']);
    const last = texts.find(({ text }) => text === '76 points');
    expect(last === undefined ? NaN : toSeconds(last.start) + toSeconds(last.duration)).toBeCloseTo(15, 2);
  });

  it('make a project that can be saved and read again', () => {
    expect(parseProject(JSON.parse(JSON.stringify(project)))).toEqual(project);
  });

  it('are nothing where nothing was judged', () => {
    const plain = { ...take, verdict: null };
    const film = createProjectFromTake(plain, { id: 'p', now: 0 });
    expect(addScoreStickers(film, plain, words)).toBe(film);
  });
});

describe('markers', () => {
  it('tell every judgement, and where a combo broke', () => {
    expect(project.markers.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'judgement perfect',
      'judgement great',
      'judgement perfect',
      'judgement miss',
      'note ×3',
      'judgement good',
      'judgement perfect',
    ]);
  });
});
