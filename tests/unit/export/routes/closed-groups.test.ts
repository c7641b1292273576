/** Where a film may be cut without decoding it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedGroups, type PacketFacts } from '../../../../src/export/routes/source-facts';

/** Packets in decoding order; each is where it is shown, `!` marks an IDR picture. */
const film = (text: string): PacketFacts[] =>
  text.split(' ').map((packet) => ({
    time: Number.parseInt(packet, 10) / 30,
    isEntry: packet.endsWith('!'),
    bytes: 10,
  }));

const spans = (text: string): number[][] =>
  closedGroups(film(text)).groups.map(({ first, count }) => [first, count]);

describe('a film is cut', () => {
  test('before each IDR picture of a plain stream', () => {
    expect(spans('0! 1 2 3! 4 5')).toEqual([
      [0, 3],
      [3, 3],
    ]);
  });

  test('before those of a stream whose pictures come out of order', () => {
    expect(spans('0! 3 1 2 4! 6 5')).toEqual([
      [0, 4],
      [4, 3],
    ]);
  });

  test('not where a picture before the entry is decoded after it: an open group', () => {
    expect(spans('0! 3 1 2 6! 4 5 7')).toEqual([[0, 8]]);
  });

  test('only from the first entry on', () => {
    expect(spans('0 1 2! 3')).toEqual([[2, 2]]);
  });

  test('nowhere without an entry', () => {
    expect(spans('0 1 2')).toEqual([]);
  });
});

test('groups are apart, rising, and hold what was decoded and shown between two cuts', () => {
  const packets = fc
    .array(fc.record({ time: fc.nat(60), isEntry: fc.boolean(), bytes: fc.nat(1000) }), { maxLength: 40 })
    .map((all) => all.map((packet, index) => ({ ...packet, time: packet.time / 30 + index / 1000 })));
  fc.assert(
    fc.property(packets, (all) => {
      const { times, groups } = closedGroups(all);
      expect([...times]).toEqual(all.map(({ time }) => time).sort((a, b) => a - b));
      let end = 0;
      for (const { first, count, bytes } of groups) {
        expect(first).toBeGreaterThanOrEqual(end);
        end = first + count;
        const decoded = all.slice(first, end);
        expect(decoded[0]?.isEntry).toBe(true);
        expect(bytes).toBe(decoded.reduce((sum, packet) => sum + packet.bytes, 0));
        // The same pictures, whether they are counted as decoded or as shown.
        expect(decoded.map(({ time }) => time).sort((a, b) => a - b)).toEqual([...times.slice(first, end)]);
      }
    }),
  );
});
