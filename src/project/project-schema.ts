/** The shape of a stored project, checked strictly: finite numbers, bounded texts and lists, nothing that is not known. */
import * as z from 'zod/mini';
import type { Flicks } from '../core/time';
import { DRIVE_SOURCES } from '../effects/drive-source';
import { BLEND_MODES, EFFECT_SIDES, KEY_EASES } from '../effects/effect';
import { IMPORT_KINDS } from '../effects/imported-asset';
import { SPEED_RANGE } from './clip-layout';
import { PROJECT_VERSION } from './project';

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

const keys = z.array(z.strictObject({ at: time, value: keyValue, ease: z.enum(KEY_EASES) })).check(
  z.maxLength(PROJECT_LIMITS.keysOfParam),
  z.refine(
    (list) => list.every((key, index) => index === 0 || key.at > (list[index - 1]?.at ?? -1)),
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

const clip = z.strictObject({
  ...item,
  sourceId: id,
  sourceStart: seconds,
  speed: z.number().check(z.minimum(SPEED_RANGE.min), z.maximum(SPEED_RANGE.max)),
  fit: z.enum(['cover', 'contain']),
  mirror: z.boolean(),
  volume: gain,
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
});

const musicItem = z.strictObject({
  ...item,
  song: songRef,
  songStart: seconds,
  volume: gain,
  fadeIn: seconds,
  fadeOut: seconds,
});

const track = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('video'), muted: z.boolean(), items: listOf(clip) }),
  z.strictObject({ id, kind: z.literal('text'), items: listOf(textItem) }),
  z.strictObject({
    id,
    kind: z.literal('effects'),
    items: listOf(z.strictObject({ ...item, effect: effectSchema })),
  }),
  z.strictObject({ id, kind: z.literal('music'), muted: z.boolean(), items: listOf(musicItem) }),
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
});
