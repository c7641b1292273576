/** The pose models are built from the official package: a zip of two networks with their metadata. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  fieldPosition,
  followOffset,
  rootTable,
  tableVector,
} from '../../../scripts/models/flatbuffer-table';
import { storedZip } from '../../../scripts/models/stored-zip';
import { addTfliteMetadata } from '../../../scripts/models/tflite-metadata';

const folder = dirname(createRequire(import.meta.url).resolve('@mediapipe/pose/package.json'));
const network = new Uint8Array(readFileSync(join(folder, 'pose_landmark_lite.tflite')));
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

describe('addTfliteMetadata', () => {
  const named = addTfliteMetadata(network, { mean: 0, std: 255 }, ['a', 'b']);

  it('keeps the old file whole, behind an aligned prefix', () => {
    const prefix = named.length - network.length;
    expect(prefix % 64).toBe(0);
    expect(Buffer.compare(named.subarray(prefix), network)).toBe(0);
  });

  it('keeps every old buffer and adds one with the metadata', () => {
    const before = tableVector(rootTable(viewOf(network)), 4);
    const after = tableVector(rootTable(viewOf(named)), 4);
    const prefix = named.length - network.length;
    expect(after.slice(0, -1)).toEqual(before.map((position) => position + prefix));
    const added = after.at(-1) ?? 0;
    const data = followOffset(viewOf(named), fieldPosition({ view: viewOf(named), at: added }, 0) ?? 0);
    expect(Buffer.from(named.subarray(data + 8, data + 12)).toString('latin1')).toBe('M001');
  });

  it('refuses what is no network', () => {
    expect(() => addTfliteMetadata(new Uint8Array(64), { mean: 0, std: 1 }, [])).toThrow('TFL3');
  });
});

describe('storedZip', () => {
  it('lays each entry uncompressed at a multiple of 64, the same bytes each time', () => {
    const entries = [
      { name: 'one', bytes: new Uint8Array([1, 2, 3]) },
      { name: 'two', bytes: new Uint8Array(1000).fill(7) },
    ];
    const zip = Buffer.from(storedZip(entries));
    expect(Buffer.compare(zip, Buffer.from(storedZip(entries)))).toBe(0);
    expect(zip.indexOf(Buffer.from([1, 2, 3])) % 64).toBe(0);
    expect(zip.indexOf(Buffer.alloc(1000, 7)) % 64).toBe(0);
    expect(zip.readUInt16LE(zip.length - 22 + 10)).toBe(2);
  });

  it('can be read back from its directory, as every zip reader does', () => {
    const entries = [
      { name: 'pose_detector.tflite', bytes: network.subarray(0, 1001) },
      { name: 'pose_landmarks_detector.tflite', bytes: network.subarray(500, 777) },
    ];
    expect(readZip(Buffer.from(storedZip(entries)))).toEqual(
      entries.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes), checksum: crc32(bytes) })),
    );
  });
});

/** Entries by the central directory; throws on one that is compressed or whose two headers differ. */
function readZip(zip: Buffer): { name: string; bytes: Buffer; checksum: number }[] {
  const end = zip.length - 22;
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [method, checksum, size] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
    ];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    if (method !== 0 || zip.readUInt32LE(at) !== 0x02014b50 || zip.readUInt32LE(local) !== 0x04034b50) {
      throw new Error(`${name} is no stored entry.`);
    }
    if (!zip.subarray(at + 16, at + 28).equals(zip.subarray(local + 14, local + 26))) {
      throw new Error(`The headers of ${name} differ.`);
    }
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    at += 46 + nameLength + zip.readUInt16LE(at + 30);
    return { name, bytes: zip.subarray(data, data + size), checksum };
  });
}
