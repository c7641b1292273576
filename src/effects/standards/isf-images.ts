/** The pictures that an ISF program reads, and how its own picture is shown. */
import type { IsfHeader, IsfPass } from './isf-header';
import type { ForeignImage } from './isf-surroundings';

/** What a shader does with the film. */
export type Role = 'filter' | 'generator' | 'transition';

/** A pass that is really drawn: its place in the file and the name that we read it by. */
export interface DrawnPass {
  readonly index: number;
  readonly pass: IsfPass;
  readonly id: string;
}

/** Passes into buffers, and the last if it draws the result: what is drawn over unseen is left out. */
export function drawnPasses(passes: readonly IsfPass[]): DrawnPass[] {
  return passes
    .map((pass, index) => ({ index, pass, id: pass.target === null ? 'result' : `b${index}` }))
    .filter(({ index, pass }) => pass.target !== null || index === passes.length - 1);
}

/** The buffers as the pass `own` sees them: as the last pass before it left them, or as they were a frame ago. */
export function buffersOf(
  drawn: readonly DrawnPass[],
  own: DrawnPass,
): { image: ForeignImage; id: string; isEarlier: boolean }[] {
  const names = [...new Set(drawn.flatMap(({ pass }) => (pass.target === null ? [] : [pass.target])))];
  return names.flatMap((name) => {
    const writers = drawn.filter(({ pass }) => pass.target === name);
    const before = writers.filter(({ index }) => index < own.index).at(-1);
    const seen = before ?? writers.at(-1);
    if (seen === undefined) return [];
    const isEarlier = before === undefined;
    const image = {
      name,
      color: `pass_${seen.id}(uv)`,
      size: `vec2(textureSize(sampler_${seen.id}, 0))`,
    };
    return [{ image, id: seen.id, isEarlier }];
  });
}

/** The pictures and sounds that the description names. */
export function imagesOf(header: IsfHeader, role: Role): ForeignImage[] {
  const images = header.inputs.flatMap(({ name, type }): ForeignImage[] => {
    if (type === 'audio') {
      return [{ name, color: 'vec4(vec3(wave(uv.x) * 0.5 + 0.5), 1.0)', size: 'vec2(64.0, 1.0)' }];
    }
    if (type === 'audioFFT') return [{ name, color: FFT_COLOR, size: 'vec2(64.0, 1.0)' }];
    if (type !== 'image') return [];
    const picture = role === 'transition' ? (name === 'endImage' ? 'to(uv)' : 'from(uv)') : 'source(uv)';
    return [{ name, color: picture, size: 'resolution' }];
  });
  const missing = header.imported.map((name) => ({ name, color: 'vec4(0.0)', size: 'vec2(1.0)' }));
  return [...images, ...missing];
}

/** The eight bands, straight between their middles. */
const FFT_COLOR =
  'vec4(vec3(mix(audioBands[int(clamp(uv.x, 0.0, 1.0) * 7.0)], ' +
  'audioBands[min(int(clamp(uv.x, 0.0, 1.0) * 7.0) + 1, 7)], fract(clamp(uv.x, 0.0, 1.0) * 7.0))), 1.0)';

/** What is seen of a result with holes: filters have cut them, what draws by itself lies on the picture. */
export function shown(color: string, role: Role): string {
  if (role === 'transition') return color;
  const alpha = `clamp(${color}.a, 0.0, 1.0)`;
  return role === 'filter'
    ? `vec4(${color}.rgb * ${alpha}, 1.0)`
    : `vec4(mix(source(uv).rgb, ${color}.rgb, ${alpha}), 1.0)`;
}

/** What the inputs say of it. */
export function roleOf(header: IsfHeader): Role {
  const has = (name: string): boolean => header.inputs.some((input) => input.name === name);
  if (has('startImage') && has('endImage') && has('progress')) return 'transition';
  return header.inputs.some(({ type }) => type === 'image') ? 'filter' : 'generator';
}
