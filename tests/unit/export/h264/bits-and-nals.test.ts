/** Bits and NAL units: what is written is read again, and no start code comes about inside a unit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader, BitWriter, ueLength } from '../../../../src/export/h264/bits';
import {
  splitAnnexB,
  splitLengthPrefixed,
  toLengthPrefixed,
  toNal,
  toRbsp,
} from '../../../../src/export/h264/nal';

/** Bytes in which zeros and threes are common, as they are where it matters. */
const bytes = fc
  .array(fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.nat(255)), { minLength: 1, maxLength: 60 })
  .map((values) => Uint8Array.from(values));

/** A unit: a header, and bytes that do not end in zero, as the stop bit sees to. */
const nals = fc
  .array(bytes, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((rbsp) => toNal(0x65, Uint8Array.of(...rbsp, 0x80))));

describe('numbers of varying length', () => {
  test('are read as they were written, and are as long as is said', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70_000), { minLength: 1, maxLength: 30 }), (values) => {
        const writer = new BitWriter();
        for (const value of values) writer.ue(value);
        const reader = new BitReader(writer.toRbsp());
        expect(values.map(() => reader.ue())).toEqual(values);
        expect(reader.position).toBe(values.reduce((sum, value) => sum + ueLength(value), 0));
      }),
    );
  });

  test('are those of the standard (table 9-2)', () => {
    const writer = new BitWriter();
    // 1, 010, 011, 00100
    for (const value of [0, 1, 2, 3]) writer.ue(value);
    expect([...writer.toRbsp()]).toEqual([0b10100110, 0b01001000]);
  });

  test('that end before they should are damage', () => {
    expect(() => new BitReader(Uint8Array.of(0)).ue()).toThrowError(
      expect.objectContaining({ code: 'file-corrupt' }),
    );
  });
});

test('copied bits are the same bits', () => {
  fc.assert(
    fc.property(bytes, fc.nat(7), (source, skipped) => {
      const length = source.length * 8;
      const writer = new BitWriter();
      writer.copy(source, skipped, length);
      const [copied, plain] = [new BitReader(writer.toRbsp()), new BitReader(source)];
      plain.bits(skipped);
      for (let at = skipped; at < length; at += 1) expect(copied.bit()).toBe(plain.bit());
    }),
  );
});

describe('a NAL unit', () => {
  test('says what was put into it', () => {
    fc.assert(
      fc.property(bytes, (rbsp) => {
        expect([...toRbsp(toNal(0x67, rbsp))]).toEqual([...rbsp]);
      }),
    );
  });

  test('holds no start code', () => {
    fc.assert(
      fc.property(bytes, (rbsp) => {
        const text = [...toNal(0x67, rbsp)].map((byte) => String.fromCharCode(byte)).join('');

        expect(/\0\0[\0-\x02]/.test(text)).toBe(false);
      }),
    );
  });

  test('is found between start codes of either length', () => {
    fc.assert(
      fc.property(nals, fc.infiniteStream(fc.boolean()), (units, isLong) => {
        const stream = units.flatMap((unit) => [...(isLong.next().value ? [0] : []), 0, 0, 1, ...unit]);
        expect(splitAnnexB(Uint8Array.from(stream)).map((unit) => [...unit])).toEqual(
          units.map((unit) => [...unit]),
        );
      }),
    );
  });

  test('is found behind its length', () => {
    fc.assert(
      fc.property(nals, (units) => {
        const sample = toLengthPrefixed(units);
        expect(splitLengthPrefixed(sample, 4).map((unit) => [...unit])).toEqual(
          units.map((unit) => [...unit]),
        );
      }),
    );
  });

  test('longer than its sample is damage', () => {
    expect(() => splitLengthPrefixed(Uint8Array.of(0, 0, 0, 9, 1), 4)).toThrowError(
      expect.objectContaining({ code: 'file-corrupt' }),
    );
  });
});
