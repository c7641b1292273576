/** The shape of a stored project, checked strictly: finite numbers, bounded texts and lists, nothing that is not known. */
import * as z from 'zod/mini';
import type { Flicks } from '../core/time';
import { DRIVE_SOURCES } from '../effects/drive-source';
import { BLEND_MODES, EFFECT_SIDES, KEY_EASES } from '../effects/effect';
import { IMPORT_KINDS } from '../effects/imported-asset';
import { SPEED_RANGE } from './clip-layout';
import { FRAME_NUMBERS, ITEM_NUMBERS, type NumberRange } from './item-numbers';
import { PIN_POINTS, PROJECT_VERSION, TEXT_FONTS, TEXT_INS, TEXT_LOOPS } from './project';

// The compiled mode would try `new Function`, which the security policy forbids and reports.
z.config({ jitless: true });

/** Limits of a document: far beyond any short video, near enough to stop a hostile file. */
export const PROJECT_LIMITS = {
  nameLength: 200,
  textLength: 500,
  items: 10_000,
  sources: 1_000,
  markers: 10_000,
  tracks: 32,
  paramsOfEffect: 100,
  keysOfParam: 2_000,
  pointsOfCurve: 100,
  imports: 200,
  /** Characters of a packed table of 65 steps a side, with some to spare. */
  importLength: 4_000_000,
} as const;

/** Flicks are whole and at most 2^53. */
const time = z.pipe(
  z.int().check(z.minimum(0)),
  z.transform((value) => value as Flicks),
);
const duration = z.pipe(
  z.int().check(z.positive()),
  z.transform((value) => value as Flicks),
);
/** Letters, digits and `_ . : -`, not beginning with `_`: no `__proto__`. */
const id = z.string().check(z.regex(/^[A-Za-z0-9][\w.:-]{0,199}$/));
const seconds = z.number().check(z.minimum(0), z.maximum(1e6));
const gain = z.number().check(z.minimum(0), z.maximum(2));
const unit = z.number().check(z.minimum(0), z.maximum(1));
const color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/));
const pixels = z.number().check(z.minimum(1), z.maximum(16_384));
const size = z.strictObject({ width: pixels, height: pixels });
const seed = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));

const songRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bundled'), id }),
  z.strictObject({ kind: z.literal('imported'), id }),
]);

const paramValue = z.union([
  z.number(),
  z.boolean(),
  z.string().check(z.maxLength(PROJECT_LIMITS.textLength)),
  z.tuple([z.number(), z.number()]),
]);

const paramName = z.string().check(z.regex(/^[A-Za-z]\w{0,99}$/));

const recordOf = <T extends z.ZodMiniType>(value: T) =>
  z
    .record(paramName, value)
    .check(
      z.refine(
        (record) => Object.keys(record).length <= PROJECT_LIMITS.paramsOfEffect,
        'too many parameters',
      ),
    );

const keyValue = z.union([z.number(), color, z.tuple([z.number(), z.number()])]);

/** Since the start of an item: before it where the start was cut off. */
const itemTime = z.pipe(
  z.int(),
  z.transform((value) => value as Flicks),
);

const bezier = z.tuple([unit, handle(), unit, handle()]);

/** How far a handle may pull a value beyond both keyframes. */
function handle(): z.ZodMiniNumber {
  return z.number().check(z.minimum(-5), z.maximum(6));
}

const keys = z
  .array(
    z.strictObject({
      at: itemTime,
      value: keyValue,
      ease: z.enum(KEY_EASES),
      bezier: z.exactOptional(bezier),
    }),
  )
  .check(
    z.maxLength(PROJECT_LIMITS.keysOfParam),
    z.refine(
      (list) => list.every((key, index) => index === 0 || key.at > (list[index - 1]?.at ?? -Infinity)),
      'keyframes must rise in time',
    ),
  );

const drive = z.strictObject({
  source: z.enum(DRIVE_SOURCES),
  amount: z.number().check(z.minimum(-1), z.maximum(1)),
  smoothing: unit,
  low: unit,
  high: unit,
});

/** An effect in a stack, as projects and looks keep it. */
export const effectSchema = z.strictObject({
  id,
  effectId: id,
  enabled: z.boolean(),
  params: recordOf(paramValue),
  strength: unit,
  blend: z.enum(BLEND_MODES),
  side: z.enum(EFFECT_SIDES),
  seed,
  keys: z.exactOptional(recordOf(keys)),
  drives: z.exactOptional(recordOf(drive)),
  look: z.exactOptional(z.strictObject({ id, lookId: id, strength: unit })),
});

const importedAsset = z.strictObject({
  id,
  kind: z.enum(IMPORT_KINDS),
  name: z.string().check(z.maxLength(PROJECT_LIMITS.nameLength)),
  text: z.string().check(z.maxLength(PROJECT_LIMITS.importLength)),
  companion: z.exactOptional(z.string().check(z.maxLength(PROJECT_LIMITS.importLength))),
});

/** Imported assets by id; each under its own. */
export const importsSchema = z.record(id, importedAsset).check(
  z.refine((assets) => Object.keys(assets).length <= PROJECT_LIMITS.imports, 'too many imports'),
  z.refine(
    (assets) => Object.entries(assets).every(([key, asset]) => key === asset.id),
    'an import lies under another id',
  ),
);

const item = { id, start: time, duration };
const listOf = <T extends z.ZodMiniType>(schema: T): z.ZodMiniArray<T> =>
  z.array(schema).check(z.maxLength(PROJECT_LIMITS.items));

const within = ({ min, max }: NumberRange): z.ZodMiniNumber =>
  z.number().check(z.minimum(min), z.maximum(max));
const itemKeys = z.exactOptional(recordOf(keys));

const speed = z.number().check(z.minimum(SPEED_RANGE.min), z.maximum(SPEED_RANGE.max));

const speedCurve = z.array(z.strictObject({ at: seconds, speed })).check(
  z.maxLength(PROJECT_LIMITS.pointsOfCurve),
  z.refine(
    (points) => points.every(({ at }, index) => index === 0 || at > (points[index - 1]?.at ?? 0)),
    'the points of a speed curve must rise',
  ),
);

const pace = {
  sourceStart: seconds,
  speed,
  speedCurve: z.exactOptional(speedCurve),
  reversed: z.exactOptional(z.boolean()),
  still: z.exactOptional(z.boolean()),
};

const frame = z.strictObject({
  x: within(FRAME_NUMBERS.x),
  y: within(FRAME_NUMBERS.y),
  scale: within(FRAME_NUMBERS.scale),
  rotation: within(FRAME_NUMBERS.rotation),
  cropLeft: within(FRAME_NUMBERS.cropLeft),
  cropTop: within(FRAME_NUMBERS.cropTop),
  cropRight: within(FRAME_NUMBERS.cropRight),
  cropBottom: within(FRAME_NUMBERS.cropBottom),
  opacity: unit,
});

const blend = z.enum(['normal', 'screen', 'add', 'multiply']);

const clip = z.strictObject({
  ...item,
  ...pace,
  sourceId: id,
  fit: z.enum(['cover', 'contain', 'blur']),
  mirror: z.boolean(),
  frame: z.exactOptional(frame),
  blend: z.exactOptional(blend),
  volume: gain,
  fadeIn: z.exactOptional(seconds),
  fadeOut: z.exactOptional(seconds),
  keepPitch: z.exactOptional(z.boolean()),
  empty: z.exactOptional(z.boolean()),
  keys: itemKeys,
  transition: z.exactOptional(z.strictObject({ effect: effectSchema, duration })),
});

const textItem = z.strictObject({
  ...item,
  text: z.string().check(z.maxLength(PROJECT_LIMITS.textLength)),
  x: unit,
  y: unit,
  lineHeight: z.number().check(z.positive(), z.maximum(1)),
  color,
  style: z.enum(['outline', 'box', 'plain']),
  weight: z.literal([400, 700, 900]),
  rotation: z.exactOptional(within(ITEM_NUMBERS.text.rotation)),
  opacity: z.exactOptional(unit),
  font: z.exactOptional(z.enum(TEXT_FONTS)),
  align: z.exactOptional(z.enum(['left', 'center', 'right'])),
  shadow: z.exactOptional(z.boolean()),
  motion: z.exactOptional(
    z.strictObject({
      in: z.enum(TEXT_INS),
      loop: z.enum(TEXT_LOOPS),
      out: z.enum(TEXT_INS),
      unit: z.enum(['letter', 'word', 'line']),
      seconds: z.number().check(z.minimum(0.05), z.maximum(5)),
    }),
  ),
  keys: itemKeys,
});

const stickerPicture = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bundled'), id }),
  z.strictObject({ kind: z.literal('emoji'), emoji: z.string().check(z.minLength(1), z.maxLength(32)) }),
  z.strictObject({ kind: z.literal('asset'), id }),
]);

const stickerItem = z.strictObject({
  ...item,
  picture: stickerPicture,
  x: within(ITEM_NUMBERS.stickers.x),
  y: within(ITEM_NUMBERS.stickers.y),
  size: within(ITEM_NUMBERS.stickers.size),
  rotation: within(ITEM_NUMBERS.stickers.rotation),
  opacity: unit,
  mirror: z.boolean(),
  blend,
  pin: z.exactOptional(z.enum(PIN_POINTS)),
  keys: itemKeys,
});

const musicItem = z.strictObject({
  ...item,
  song: songRef,
  songStart: seconds,
  volume: gain,
  fadeIn: seconds,
  fadeOut: seconds,
  keys: itemKeys,
});

const voiceItem = z.strictObject({
  ...item,
  ...pace,
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('recording'), id }),
    z.strictObject({ kind: z.literal('source'), sourceId: id }),
  ]),
  volume: gain,
  fadeIn: seconds,
  fadeOut: seconds,
  keepPitch: z.exactOptional(z.boolean()),
  linkedTo: z.exactOptional(id),
  keys: itemKeys,
});

const sounding = { muted: z.boolean(), volume: z.exactOptional(gain) };

const track = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('video'), ...sounding, items: listOf(clip) }),
  z.strictObject({ id, kind: z.literal('text'), items: listOf(textItem) }),
  z.strictObject({ id, kind: z.literal('stickers'), items: listOf(stickerItem) }),
  z.strictObject({
    id,
    kind: z.literal('effects'),
    items: listOf(z.strictObject({ ...item, effect: effectSchema })),
  }),
  z.strictObject({ id, kind: z.literal('music'), ...sounding, items: listOf(musicItem) }),
  z.strictObject({ id, kind: z.literal('voice'), ...sounding, items: listOf(voiceItem) }),
]);

/** A project of the current version. */
export const projectSchema = z.strictObject({
  format: z.literal('fifteen.project'),
  version: z.literal(PROJECT_VERSION),
  id,
  name: z.string().check(z.maxLength(PROJECT_LIMITS.nameLength)),
  createdAt: z.number().check(z.minimum(0)),
  modifiedAt: z.number().check(z.minimum(0)),
  size,
  fps: z.int().check(z.minimum(1), z.maximum(240)),
  seed,
  sources: z
    .record(id, z.strictObject({ takeId: id, duration: seconds, size, hasSound: z.boolean() }))
    .check(z.refine((sources) => Object.keys(sources).length <= PROJECT_LIMITS.sources, 'too many sources')),
  imports: importsSchema,
  tracks: z.array(track).check(z.maxLength(PROJECT_LIMITS.tracks)),
  markers: z
    .array(
      z.strictObject({
        id,
        time,
        kind: z.enum(['judgement', 'note']),
        label: z.string().check(z.maxLength(PROJECT_LIMITS.nameLength)),
      }),
    )
    .check(z.maxLength(PROJECT_LIMITS.markers)),
  master: z.strictObject({ evenLoudness: z.boolean(), duck: unit }),
});
