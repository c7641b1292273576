/** The one kind of AAC that films are given. */

/** Samples of one packet. */
export const AAC_FRAME_SAMPLES = 1024;

/** AudioSpecificConfig of AAC-LC, 48 kHz, two channels (ISO/IEC 14496-3 1.6.2.1). */
export const AAC_CONFIG = new Uint8Array([0x11, 0x90]);

/** As WebCodecs calls it. */
export const AAC_CODEC = 'mp4a.40.2';
