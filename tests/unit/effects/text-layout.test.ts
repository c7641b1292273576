import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../src/effects/render/text-layout';

/** Every letter is one wide, wide scripts two. */
const measure = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。！]/u.test(letter) ? 2 : 1),
    0,
  );

describe('lines', () => {
  it('break between words', () => {
    expect(wrapText('drop the beat and dance', 10, measure)).toEqual(['drop the', 'beat and', 'dance']);
  });

  it('keep the breaks of the person', () => {
    expect(wrapText('one\ntwo\n\nthree', 10, measure)).toEqual(['one', 'two', '', 'three']);
  });

  it('keep punctuation with its word', () => {
    expect(wrapText('wow, yes! ok', 5, measure)).toEqual(['wow,', 'yes!', 'ok']);
  });

  it('keep rock-n-roll and 4/4 whole', () => {
    expect(wrapText('my rock-n-roll in 4/4', 13, measure)).toEqual(['my', 'rock-n-roll', 'in 4/4']);
  });

  it('break Chinese and Japanese inside, never before a closing mark', () => {
    const chinese = wrapText('今天晚上一起跳舞吧！', 8, measure);
    expect(chinese.join('')).toBe('今天晚上一起跳舞吧！');
    for (const line of chinese) expect(line).not.toMatch(/^[！。、]/);
    expect(chinese.length).toBeGreaterThan(2);
    const japanese = wrapText('踊りましょう、みんなで。', 12, measure);
    for (const line of japanese) expect(line).not.toMatch(/^[、。ょゃゅっー]/);
  });

  it('break Thai between words of the dictionary', () => {
    const lines = wrapText('มาเต้นด้วยกันคืนนี้', 9, measure);
    expect(lines.join('')).toBe('มาเต้นด้วยกันคืนนี้');
    expect(lines.length).toBeGreaterThan(1);
    // No line begins with a vowel sign or tone mark that belongs to the letter before.
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });

  it('break a word that is wider than the line between graphemes', () => {
    expect(wrapText('aaaaaaaaaa', 4, measure)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(wrapText('👨‍👩‍👧👨‍👩‍👧', 5, measure)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it('lose no letter and are no wider than they must be', () => {
    const letters = fc.array(fc.constantFrom(..."abc d,.!今天跳舞、。เต้น 1-'\n"), { maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 2, max: 20 }), (list, limit) => {
        const text = list.join('');
        const lines = wrapText(text, limit, measure);
        const solid = (value: string): string => value.replace(/\s/g, '');
        expect(solid(lines.join(''))).toBe(solid(text));
        const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
        for (const line of lines) {
          const isOneGrapheme = [...graphemes.segment(line)].length <= 1;
          if (!isOneGrapheme) expect(measure(line)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
