/** Walks the boxes of an MP4. Pure. */

/** One box: its four letters and where its contents lie, [start, end). */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Boxes whose contents are again boxes, and how many bytes of fields come before them. */
const CONTAINERS: Readonly<Record<string, number>> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  stsd: 8,
  avc1: 78,
};

/** The boxes side by side in [start, end); a box that claims to reach beyond ends there, and is the last. */
export function readBoxes(view: DataView, start = 0, end = view.byteLength): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const { size, header } = boxSize(view, at, end);
    if (size < header) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    boxes.push({ type, start: at + header, end: Math.min(end, at + size) });
    at += size;
  }
  return boxes;
}

/** All boxes of a type anywhere inside. */
export function findBoxes(view: DataView, type: string, start = 0, end = view.byteLength): Box[] {
  return readBoxes(view, start, end).flatMap((box) => {
    const skip = CONTAINERS[box.type];
    const inner = skip === undefined ? [] : findBoxes(view, type, box.start + skip, box.end);
    return box.type === type ? [box, ...inner] : inner;
  });
}

/** Top-level boxes of a file, reading only their headers. */
export async function topLevelBoxes(file: Blob): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= file.size;) {
    const view = new DataView(await file.slice(at, at + 16).arrayBuffer());
    const { size, header } = boxSize(view, 0, file.size - at);
    if (size < header) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(offset)));
    boxes.push({ type, start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

function boxSize(view: DataView, at: number, end: number): { size: number; header: number } {
  const size = view.getUint32(at);
  if (size === 0) return { size: end - at, header: 8 };
  if (size !== 1 || at + 16 > view.byteLength) return { size, header: 8 };
  return { size: Number(view.getBigUint64(at + 8)), header: 16 };
}
