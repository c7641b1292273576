/** Practice slower: the same dance, stretched. */
import { describe, expect, it } from 'vitest';
import { judgeTake } from '../../../src/dance/judge';
import { scaleChoreography } from '../../../src/dance/scale-choreography';
import { poseTrackDuration } from '../../../src/pose/pose-track';
import { bundledReferences } from '../../bench/dance/references';

const [bundled] = bundledReferences();
if (bundled === undefined) throw new Error('No bundled challenge.');
const choreography = { reference: bundled.track, moves: bundled.moves };

describe.each([0.5, 0.75])('a choreography at tempo %d', (tempo) => {
  const slow = scaleChoreography(choreography, tempo);

  it('lasts as much longer and keeps its moves', () => {
    expect(poseTrackDuration(slow.reference)).toBeCloseTo(poseTrackDuration(bundled.track) / tempo, 6);
    expect(slow.moves).toHaveLength(bundled.moves.length);
    expect(slow.moves[3]?.keyTime).toBeCloseTo((bundled.moves[3]?.keyTime ?? NaN) / tempo, 6);
  });

  it('is danced rightly by who dances it at that tempo, and not by who keeps the old one', () => {
    const options = { ...slow, mirrored: false };
    expect(judgeTake({ ...options, player: slow.reference }).score).toBeGreaterThanOrEqual(98);
    expect(judgeTake({ ...options, player: bundled.track }).score).toBeLessThanOrEqual(25);
  });
});

describe('a choreography at its own tempo', () => {
  it('is the same', () => {
    expect(scaleChoreography(choreography, 1)).toBe(choreography);
  });
});
