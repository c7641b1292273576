/** What the finished file must sound like. Pure. */
import type { ExpectedSound } from '../check-file';
import type { FilmSound } from '../film-sound';

export function expectedSound(sound: FilmSound | null): ExpectedSound {
  if (sound === null) return { kind: 'none' };
  const { isSilent, loudness, probes } = sound;
  return { kind: isSilent ? 'silent' : 'heard', loudness, probes };
}
