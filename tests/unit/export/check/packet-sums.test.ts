/** Numbers that tell packets apart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPackets, packetSum } from '../../../../src/export/check/packet-sums';

describe('the sum of a packet', () => {
  test('is another when any byte is', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const changed = bytes.slice();
          const place = at % bytes.length;
          changed[place] = (bytes[place] ?? 0) ^ change;
          expect(packetSum(changed)).not.toBe(packetSum(bytes));
        },
      ),
    );
  });

  test('does not depend on where the bytes lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(7), (bytes, offset) => {
        const moved = new Uint8Array(offset + bytes.length + 3);
        moved.set(bytes, offset);
        expect(packetSum(moved.subarray(offset, offset + bytes.length))).toBe(packetSum(bytes));
      }),
    );
  });
});

describe('packets of a file', () => {
  test('that are all there pass', () => {
    expect(checkPackets([1, 2, 3], [1, 2, 3])).toEqual({ passed: true, value: '0' });
  });

  test.each([
    ['one is another', [1, 9, 3], '1'],
    ['one is missing', [1, 2], '1'],
    ['one is too many', [1, 2, 3, 4], '1'],
    ['two changed places', [2, 1, 3], '2'],
  ] as const)('fail where %s', (_, found, value) => {
    expect(checkPackets(found, [1, 2, 3])).toEqual({ passed: false, value });
  });
});
