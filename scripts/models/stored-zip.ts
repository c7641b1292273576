/** A zip with stored (uncompressed) entries: what a `.task` file is. Format: PKWARE APPNOTE 6.3. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The networks are read in place, so each begins at a multiple of this. */
const ALIGNMENT = 64;
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
/** 1 January 1980: the format's zero, so that the same input gives the same bytes. */
const NO_DATE = 0x0021;

/** Writes the entries in their order; the same entries give the same bytes. */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const encoded = Buffer.from(name, 'utf8');
    // An extra field of zeros fills up to the alignment: id, length, padding.
    const before = offset + LOCAL_HEADER + encoded.length + 4;
    const padding = (ALIGNMENT - (before % ALIGNMENT)) % ALIGNMENT;
    const extra = Buffer.alloc(4 + padding);
    extra.writeUInt16LE(0xd935, 0);
    extra.writeUInt16LE(padding, 2);
    const checksum = crc32(bytes);
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, checksum, bytes.length, encoded.length, extra.length);
    const central = Buffer.alloc(CENTRAL_HEADER);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    writeCommon(central, 6, checksum, bytes.length, encoded.length, 0);
    central.writeUInt32LE(offset, 42);
    parts.push(local, encoded, extra, Buffer.from(bytes));
    directory.push(central, encoded);
    offset += LOCAL_HEADER + encoded.length + extra.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

/** The fields that local and central headers share, from "version needed" on. */
function writeCommon(
  header: Buffer,
  at: number,
  checksum: number,
  size: number,
  nameLength: number,
  extraLength: number,
): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(NO_DATE, at + 8);
  header.writeUInt32LE(checksum, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
  header.writeUInt16LE(extraLength, at + 24);
}
