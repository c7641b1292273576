/** One set of parameter sets for streams of different makers, so that their pictures can follow each other in one track. Pure. */
import { StudioError } from '../../core/errors';
import { avcCodecString, writeAvcConfig } from './avc-config';
import { ueLength } from './bits';
import { NAL, nalType } from './nal';
import {
  parsePps,
  parseSps,
  ppsIdOf,
  renumberPps,
  renumberSlice,
  renumberSps,
  withFilmColor,
} from './parameter-sets';

/** Parameter sets of one stream. */
export interface ParameterSets {
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
}

export interface JoinedParameterSets {
  /** The record for the container. */
  readonly description: Uint8Array<ArrayBuffer>;
  readonly codec: string;
  /** The new number of each picture parameter set of a stream by its old one; null for a stream with sets that were not joined. */
  ppsIdsOf(stream: ParameterSets): ReadonlyMap<number, number> | null;
}

/** Numbers that the standard allows. */
const SPS_IDS = 32;
const PPS_IDS = 256;

/**
 * Gives every set a number of its own, in the film's colours. Sets that two streams share are kept once.
 * @throws StudioError `muxer-failed` when numbers run out, `file-corrupt`
 */
export function joinParameterSets(streams: readonly ParameterSets[]): JoinedParameterSets {
  const joined = new JoinedSets();
  for (const stream of streams) joined.add(stream);
  const { sps, pps } = joined;
  return {
    description: writeAvcConfig(sps, pps),
    codec: avcCodecString(sps),
    ppsIdsOf: (stream) => joined.find(stream),
  };
}

/** The slices of a picture under the new numbers; everything else a sample may hold is left out. @throws StudioError */
export function renumberSample(
  nals: readonly Uint8Array[],
  ppsIds: ReadonlyMap<number, number>,
): Uint8Array[] {
  return nals
    .filter((nal) => nalType(nal) >= NAL.slice && nalType(nal) <= NAL.idr)
    .map((nal) => {
      const old = ppsIdOf(nal);
      const id = ppsIds.get(old) ?? old;
      return id === old ? nal : renumberSlice(nal, id);
    });
}

class JoinedSets {
  readonly sps: Uint8Array[] = [];
  readonly pps: Uint8Array[] = [];
  /** New numbers by what the set says under its old one. */
  readonly #spsIds = new Map<string, number>();
  readonly #ppsIds = new Map<string, number>();
  readonly #taken = { sps: new Set<number>(), pps: new Set<number>() };

  add(stream: ParameterSets): void {
    const spsIds = new Map<number, number>();
    for (const set of stream.sps) spsIds.set(parseSps(set).id, this.#addSps(withFilmColor(set)));
    for (const set of stream.pps) {
      const { id, spsId } = parsePps(set);
      const newSpsId = spsIds.get(spsId);
      if (newSpsId === undefined)
        throw new StudioError(
          'file-corrupt',
          `Picture parameter set ${id} goes by a set ${spsId} that is not there.`,
        );
      this.#addPps(set, id, newSpsId);
    }
  }

  /** New numbers by old ones; null where a set was not added. */
  find(stream: ParameterSets): ReadonlyMap<number, number> | null {
    const spsIds = new Map<number, number | undefined>();
    for (const set of stream.sps)
      spsIds.set(parseSps(set).id, this.#spsIds.get(keyOfSps(withFilmColor(set))));
    const ppsIds = new Map<number, number>();
    for (const set of stream.pps) {
      const { id, spsId } = parsePps(set);
      const newSpsId = spsIds.get(spsId);
      const newId = newSpsId === undefined ? undefined : this.#ppsIds.get(keyOfPps(set, newSpsId));
      if (newId === undefined) return null;
      ppsIds.set(id, newId);
    }
    return ppsIds;
  }

  #addSps(set: Uint8Array): number {
    const key = keyOfSps(set);
    const known = this.#spsIds.get(key);
    if (known !== undefined) return known;
    const id = freeId(this.#taken.sps, SPS_IDS, () => true);
    this.#spsIds.set(key, id);
    this.sps.push(renumberSps(set, id));
    return id;
  }

  #addPps(set: Uint8Array, oldId: number, spsId: number): number {
    const key = keyOfPps(set, spsId);
    const known = this.#ppsIds.get(key);
    if (known !== undefined) return known;
    // Slices can only take a number that is longer by whole bytes.
    const id = freeId(this.#taken.pps, PPS_IDS, (candidate) => {
      const grown = ueLength(candidate) - ueLength(oldId);
      return candidate === oldId || (grown >= 0 && grown % 8 === 0);
    });
    this.#ppsIds.set(key, id);
    this.pps.push(renumberPps(set, id, spsId));
    return id;
  }
}

function keyOfSps(set: Uint8Array): string {
  return set.join();
}

/** @param spsId the new number of the set that it goes by */
function keyOfPps(set: Uint8Array, spsId: number): string {
  return `${spsId}:${set.join()}`;
}

function freeId(taken: Set<number>, count: number, fits: (id: number) => boolean): number {
  for (let id = 0; id < count; id += 1) {
    if (taken.has(id) || !fits(id)) continue;
    taken.add(id);
    return id;
  }
  throw new StudioError('muxer-failed', 'The film is made of too many streams of different kinds.');
}
