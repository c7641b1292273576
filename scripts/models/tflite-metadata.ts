/**
 * Gives an old `.tflite` network the metadata that MediaPipe Tasks asks for.
 *
 * FlatBuffers offsets only point forward, so a new root table is put *in front of* the untouched file, with vectors of
 * buffers and metadata that point at the old entries and one new one.
 * Schemas: tensorflow/lite/schema/schema.fbs (Model), tensorflow/lite/support/metadata/metadata_schema.fbs (ModelMetadata).
 */
import { Builder } from 'flatbuffers';
import { fieldPosition, followOffset, rootTable, tableVector } from './flatbuffer-table';

/** Fields of the Model table, by their index in the schema. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
};
const MODEL_FIELDS = 8;
const METADATA_NAME = 'TFLITE_METADATA';
/** The networks' weights are aligned within their file; a prefix of this multiple keeps them so. */
const PREFIX_ALIGNMENT = 64;

/** How the input picture's bytes become the network's numbers: (byte − mean) / std. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

/**
 * The network with a `TFLITE_METADATA` buffer: RGB input, its normalisation, and a name for each output.
 * @param outputs names of the output tensors, in their order
 * @throws Error when `model` is no TFLite file
 */
export function addTfliteMetadata(
  model: Uint8Array,
  normalization: Normalization,
  outputs: readonly string[],
): Uint8Array {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  if (model.byteLength < 8 || Buffer.from(model.subarray(4, 8)).toString('latin1') !== 'TFL3') {
    throw new Error('Not a TFLite model: the identifier TFL3 is missing.');
  }
  const root = rootTable(view);
  const oldBuffers = tableVector(root, MODEL.buffers);
  const oldMetadata = tableVector(root, MODEL.metadata);
  const content = buildModelMetadata(normalization, outputs);

  const layout = new ForwardLayout();
  const modelTable = layout.table(MODEL_FIELDS);
  layout.rootAt(modelTable);
  const versionField = fieldPosition(root, MODEL.version);
  layout.value(modelTable, MODEL.version, versionField === null ? 0 : view.getUint32(versionField, true));
  for (const field of [
    MODEL.operatorCodes,
    MODEL.subgraphs,
    MODEL.description,
    MODEL.metadataBuffer,
    MODEL.signatures,
  ]) {
    const position = fieldPosition(root, field);
    if (position !== null) layout.pointOld(modelTable, field, followOffset(view, position));
  }
  const buffers = layout.vector(oldBuffers);
  layout.point(modelTable, MODEL.buffers, buffers.at);
  const metadata = layout.vector(oldMetadata);
  layout.point(modelTable, MODEL.metadata, metadata.at);
  const newBuffer = layout.table(1);
  layout.link(buffers.freeSlot, newBuffer.at);
  layout.point(newBuffer, 0, layout.bytes(content));
  const newMetadata = layout.table(2);
  layout.link(metadata.freeSlot, newMetadata.at);
  layout.point(newMetadata, 0, layout.text(METADATA_NAME));
  layout.value(newMetadata, 1, oldBuffers.length);
  return layout.inFrontOf(model);
}

interface Table {
  readonly at: number;
}

/**
 * Lays tables, vectors and bytes out in a growing prefix. Offsets into the old file are filled in last,
 * when the prefix's length is known. What is pointed at must be laid after what points at it.
 */
class ForwardLayout {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #end = 8;
  /** Offset fields and the absolute position, in the prefix or the old file, that each points to. */
  #links: { from: number; to: number; old: boolean }[] = [];

  constructor() {
    this.#bytes.set(Buffer.from('TFL3', 'latin1'), 4);
  }

  /** A table with `fields` four-byte fields, all present unless never set. */
  table(fields: number): Table {
    const vtable = this.#take(4 + fields * 2, 4);
    const at = this.#take(4 + fields * 4, 4);
    this.#view.setUint16(vtable, 4 + fields * 2, true);
    this.#view.setUint16(vtable + 2, 4 + fields * 4, true);
    this.#view.setInt32(at, at - vtable, true);
    return { at };
  }

  rootAt(table: Table): void {
    this.#view.setUint32(0, table.at, true);
  }

  value(table: Table, field: number, value: number): void {
    this.#view.setUint32(this.#field(table, field), value, true);
  }

  point(table: Table, field: number, to: number): void {
    this.link(this.#field(table, field), to);
  }

  link(from: number, to: number): void {
    this.#links.push({ from, to, old: false });
  }

  pointOld(table: Table, field: number, to: number): void {
    this.#links.push({ from: this.#field(table, field), to, old: true });
  }

  bytes(content: Uint8Array): number {
    const at = this.#take(4 + content.length, 16);
    this.#view.setUint32(at, content.length, true);
    this.#bytes.set(content, at + 4);
    return at;
  }

  text(text: string): number {
    const encoded = Buffer.from(`${text}\0`, 'utf8');
    const at = this.bytes(encoded);
    this.#view.setUint32(at, encoded.length - 1, true);
    return at;
  }

  /** A vector of the old tables with a slot for one more. */
  vector(old: readonly number[]): { at: number; freeSlot: number } {
    const at = this.#take(4 + (old.length + 1) * 4, 4);
    this.#view.setUint32(at, old.length + 1, true);
    old.forEach((to, index) => this.#links.push({ from: at + 4 + index * 4, to, old: true }));
    return { at, freeSlot: at + 4 + old.length * 4 };
  }

  inFrontOf(file: Uint8Array): Uint8Array {
    const length = Math.ceil(this.#end / PREFIX_ALIGNMENT) * PREFIX_ALIGNMENT;
    for (const { from, to, old } of this.#links) {
      const offset = (old ? length + to : to) - from;
      if (offset <= 0) throw new Error(`An offset at ${from} would point backwards.`);
      this.#view.setUint32(from, offset, true);
    }
    const whole = new Uint8Array(length + file.length);
    whole.set(this.#bytes.subarray(0, length));
    whole.set(file, length);
    return whole;
  }

  /** Marks a field as present and gives its position. */
  #field(table: Table, field: number): number {
    const vtable = table.at - this.#view.getInt32(table.at, true);
    this.#view.setUint16(vtable + 4 + field * 2, 4 + field * 4, true);
    return table.at + 4 + field * 4;
  }

  #take(size: number, alignment: number): number {
    const at = Math.ceil(this.#end / alignment) * alignment;
    this.#end = at + size;
    return at;
  }
}

/** The ModelMetadata FlatBuffer itself. */
function buildModelMetadata(normalization: Normalization, outputs: readonly string[]): Uint8Array {
  const builder = new Builder(1024);
  const floats = (value: number): number => {
    builder.startVector(4, 1, 4);
    builder.addFloat32(value);
    return builder.endVector();
  };
  const offsets = (items: readonly number[]): number => {
    builder.startVector(4, items.length, 4);
    for (const item of [...items].reverse()) builder.addOffset(item);
    return builder.endVector();
  };
  const tensor = (name: string, content: number, units: number): number => {
    const text = builder.createString(name);
    builder.startObject(7);
    builder.addFieldOffset(0, text, 0);
    if (content !== 0) builder.addFieldOffset(3, content, 0);
    if (units !== 0) builder.addFieldOffset(4, units, 0);
    return builder.endObject();
  };

  const mean = floats(normalization.mean);
  const std = floats(normalization.std);
  builder.startObject(2); // NormalizationOptions
  builder.addFieldOffset(0, mean, 0);
  builder.addFieldOffset(1, std, 0);
  const options = builder.endObject();
  builder.startObject(2); // ProcessUnit: NormalizationOptions is member 1 of the union
  builder.addFieldInt8(0, 1, 0);
  builder.addFieldOffset(1, options, 0);
  const units = offsets([builder.endObject()]);
  builder.startObject(2); // ImageProperties: color_space RGB = 1
  builder.addFieldInt8(0, 1, 0);
  const image = builder.endObject();
  builder.startObject(3); // Content: ImageProperties is member 2 of the union
  builder.addFieldInt8(0, 2, 0);
  builder.addFieldOffset(1, image, 0);
  const content = builder.endObject();

  const inputs = offsets([tensor('image', content, units)]);
  const results = offsets(outputs.map((name) => tensor(name, 0, 0)));
  builder.startObject(10); // SubGraphMetadata
  builder.addFieldOffset(2, inputs, 0);
  builder.addFieldOffset(3, results, 0);
  const subgraphs = offsets([builder.endObject()]);
  builder.startObject(8); // ModelMetadata
  builder.addFieldOffset(3, subgraphs, 0);
  builder.finish(builder.endObject(), 'M001');
  return builder.asUint8Array().slice();
}
