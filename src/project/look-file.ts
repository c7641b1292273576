/** A stack of effects as a small file that can be given away, with the foreign shaders and tables that it uses. */
import * as z from 'zod/mini';
import { StudioError } from '../core/errors';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAsset, ImportedAssets } from '../effects/imported-asset';
import { effectSchema, importsSchema, PROJECT_LIMITS } from './project-schema';

export const LOOK_VERSION = 1;

/** Most effects of a look: far beyond what can be drawn in time. */
const MOST_EFFECTS = 64;

/** Largest file in characters: a few tables of colours. */
const LARGEST_FILE = 16_000_000;

export interface LookFile {
  readonly format: 'fifteen.look';
  readonly version: typeof LOOK_VERSION;
  readonly name: string;
  /** In the order they are applied; ids are made new for each use. */
  readonly stack: readonly EffectInstance[];
  readonly imports: ImportedAssets;
}

const lookSchema = z.strictObject({
  format: z.literal('fifteen.look'),
  version: z.literal(LOOK_VERSION),
  name: z.string().check(z.minLength(1), z.maxLength(PROJECT_LIMITS.nameLength)),
  stack: z.array(effectSchema).check(z.minLength(1), z.maxLength(MOST_EFFECTS)),
  imports: importsSchema,
});

/** The look of a stack: without the look that its effects came with, and with the assets that it names, no others. */
export function lookFileOf(
  name: string,
  stack: readonly EffectInstance[],
  imports: ImportedAssets,
): LookFile {
  const used: Record<string, ImportedAsset> = {};
  for (const asset of Object.values(imports)) if (isNamed(asset.id, stack)) used[asset.id] = asset;
  return {
    format: 'fifteen.look',
    version: LOOK_VERSION,
    name: name.trim().slice(0, PROJECT_LIMITS.nameLength) || 'Look',
    stack: stack.map(({ look, ...effect }, index) => {
      // A look at less than full strength is handed on as it was seen, effect by effect.
      const strength = effect.strength * (look?.strength ?? 1);
      return { ...effect, strength, id: `effect-${index + 1}` };
    }),
    imports: used,
  };
}

/**
 * Reads a look's file.
 * @throws StudioError `look-invalid`
 */
export function parseLookFile(text: string): LookFile {
  if (text.length > LARGEST_FILE) throw new StudioError('look-invalid', 'The file is too large for a look.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new StudioError('look-invalid', 'The file is no JSON.', { cause });
  }
  const parsed = z.safeParse(lookSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StudioError('look-invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`, {
      cause: parsed.error,
    });
  }
  return parsed.data;
}

/** Whether an effect of the stack is this asset, or has it as a value. */
function isNamed(assetId: string, stack: readonly EffectInstance[]): boolean {
  return stack.some(
    ({ effectId, params }) =>
      effectId === assetId || Object.values(params).some((value) => value === assetId),
  );
}
