/** The pose models are built from the official package: a zip of two networks with their metadata. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
});
