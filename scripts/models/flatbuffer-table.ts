/** Reads just enough of a FlatBuffer to find a table's fields: positions, not values. Format: flatbuffers.dev/internals. */

/** A table inside a buffer. */
export interface TablePosition {
  readonly view: DataView;
  /** Byte position of the table. */
  readonly at: number;
}

/** The root table. */
export function rootTable(view: DataView): TablePosition {
  return { view, at: view.getUint32(0, true) };
}

/** Byte position of field `index` (0-based), or null when the table does not have it. */
export function fieldPosition({ view, at }: TablePosition, index: number): number | null {
  const vtable = at - view.getInt32(at, true);
  const size = view.getUint16(vtable, true);
  const entry = 4 + index * 2;
  if (entry >= size) return null;
  const offset = view.getUint16(vtable + entry, true);
  return offset === 0 ? null : at + offset;
}

/** Where the offset stored at `position` points. */
export function followOffset(view: DataView, position: number): number {
  return position + view.getUint32(position, true);
}

/** Positions that the offsets of a vector of tables point to; empty when the field is missing. */
export function tableVector(table: TablePosition, index: number): number[] {
  const field = fieldPosition(table, index);
  if (field === null) return [];
  const vector = followOffset(table.view, field);
  const count = table.view.getUint32(vector, true);
  return Array.from({ length: count }, (_, item) => followOffset(table.view, vector + 4 + item * 4));
}
