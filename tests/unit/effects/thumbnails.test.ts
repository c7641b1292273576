import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EFFECTS, LOOKS, TRANSITIONS } from '../../../src/effects/registry';

describe('the pictures of the effect shelves', () => {
  it('are one for each effect, look and transition, and none besides; scripts/effect-thumbnails.ts draws them', () => {
    const drawn = readdirSync(resolve(import.meta.dirname, '../../../public/thumbnails')).sort();
    const known = [...EFFECTS, ...LOOKS, ...TRANSITIONS].map(({ id }) => `${id}.webp`).sort();
    expect(drawn).toEqual(known);
  });
});
