/** From what H.264 encoders give (Annex B) to what a chunk holds. Pure. */
import { NAL, nalType, splitAnnexB, toLengthPrefixed } from '../h264/nal';

/** One picture and the parameter sets that came with it. */
export interface AnnexBPicture {
  readonly sps: readonly Uint8Array[];
  readonly pps: readonly Uint8Array[];
  /** Its slices, each with four bytes of length before it. */
  readonly data: Uint8Array<ArrayBuffer>;
  readonly isKey: boolean;
}

/** Parts a picture from its parameter sets; delimiters and remarks are left out. */
export function readAnnexBPicture(bytes: Uint8Array): AnnexBPicture {
  return pictureOf(splitAnnexB(bytes));
}

/** The same of NAL units. */
export function pictureOf(nals: readonly Uint8Array[]): AnnexBPicture {
  const ofType = (type: number): Uint8Array[] => nals.filter((nal) => nalType(nal) === type);
  const slices = nals.filter((nal) => isSlice(nalType(nal)));
  return {
    sps: ofType(NAL.sps),
    pps: ofType(NAL.pps),
    data: toLengthPrefixed(slices),
    isKey: slices.some((nal) => nalType(nal) === NAL.idr),
  };
}

/**
 * Cuts a stream of whole pictures, one slice each or more, into its pictures.
 * Rec. ITU-T H.264 7.4.1.2.4: a slice whose first macroblock is 0 begins a picture; the first bit of its header is then 1.
 */
export function splitPictures(stream: Uint8Array): Uint8Array[][] {
  const pictures: Uint8Array[][] = [];
  let open: Uint8Array[] = [];
  let hasSlice = false;
  for (const nal of splitAnnexB(stream)) {
    const isNew = isSlice(nalType(nal)) ? ((nal[1] ?? 0) & 0x80) !== 0 : true;
    if (isNew && hasSlice) {
      pictures.push(open);
      open = [];
      hasSlice = false;
    }
    open.push(nal);
    hasSlice ||= isSlice(nalType(nal));
  }
  if (hasSlice) pictures.push(open);
  return pictures;
}

function isSlice(type: number): boolean {
  return type >= NAL.slice && type <= NAL.idr;
}
