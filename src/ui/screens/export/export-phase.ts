/** What the state of the exporter means for the screen. */
import type { ExportPreset, ExporterState } from '../../../studio/exporter';

/** Whether a job runs. */
export function isUnderWay(phase: ExporterState['phase']): boolean {
  return phase === 'preparing' || phase === 'running' || phase === 'checking';
}

/** Id of the film with the fewest pixels and bits; empty where there is none. */
export function smallestOf(presets: readonly ExportPreset[]): string {
  const pixels = ({ size, fps }: ExportPreset): number => size.width * size.height * fps;
  const films = presets.filter(({ group, kind }) => group === 'film' && kind === 'mp4');
  return films.sort((a, b) => pixels(a) - pixels(b))[0]?.id ?? '';
}

/** Whether there is no smaller size to fall back to. */
export function isSmallest(presets: readonly ExportPreset[], presetId: string): boolean {
  return smallestOf(presets) === presetId;
}

/** Time left, rounded so that it does not jump: whole seconds below ten, fives below a minute, then minutes. */
export function roundRemaining(seconds: number): { readonly unit: 's' | 'min'; readonly value: number } {
  if (seconds < 10) return { unit: 's', value: Math.max(1, Math.ceil(seconds)) };
  if (seconds < 57.5) return { unit: 's', value: Math.ceil(seconds / 5) * 5 };
  return { unit: 'min', value: Math.max(1, Math.round(seconds / 60)) };
}
