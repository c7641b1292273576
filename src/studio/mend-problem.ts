/** One tap to mend what preflight found. */
import { StudioError } from '../core/errors';
import { toSeconds } from '../core/time';
import { EXPORT_PRESETS, chosenPreset, chosenRange } from '../export/presets';
import { coveredWords, isSilent, placeInside, platformOf } from '../export/preflight';
import { BUNDLED_SONGS } from '../media/songs/bundled-songs';
import { itemsOf } from '../project/change-items';
import { projectDuration } from '../project/duration';
import { setMusic } from '../project/edits/change-music';
import { changeText } from '../project/edits/change-texts';
import { changeRow } from '../project/edits/change-voice';
import { deleteItem } from '../project/edits/delete-item';
import type { Project } from '../project/project';
import type { Storage } from '../storage/storage';
import { openTakes } from './export-forecast';
import type { ExportChoice, PreflightProblem } from './exporter';
import { wordsBox } from './item-box';

/**
 * Changes the project in the library, or the choice.
 * @returns the choice to go on with
 * @throws StudioError `storage-*`, `export-failed`
 */
export async function mendProblem(
  storage: Storage,
  project: Project,
  choice: ExportChoice,
  problem: PreflightProblem['id'],
): Promise<ExportChoice> {
  switch (problem) {
    case 'missing-source':
    case 'undecodable':
      await storage.projects.save(await withoutLostClips(storage, project));
      return choice;
    case 'sound-off':
      await storage.projects.save(withSound(project));
      return choice;
    case 'words-outside':
      await storage.projects.save(withWordsInside(project, choice));
      return choice;
    case 'too-long':
      return shortened(project, choice);
    case 'too-little-space':
      return withMoreSpace(storage, choice);
  }
}

/** Clips whose film is gone or cannot be decoded are taken out; what follows moves up. */
async function withoutLostClips(storage: Storage, project: Project): Promise<Project> {
  const takes = await openTakes(storage, project);
  takes.dispose();
  const { missing, undecodable } = takes;
  const lost = new Set([...missing, ...undecodable]);
  const isLost = (sourceId: string): boolean => lost.has(project.sources[sourceId]?.takeId ?? '');
  const ids = [
    ...itemsOf(project, 'video').filter(({ sourceId, empty }) => empty !== true && isLost(sourceId)),
    ...itemsOf(project, 'voice').filter(({ from }) => from.kind === 'source' && isLost(from.sourceId)),
  ].map(({ id }) => id);
  return ids.reduce(deleteItem, project);
}

/** Rows that are off are turned on; a film without any sound gets the first song of the app. */
function withSound(project: Project): Project {
  const rows = ['video', 'music', 'voice'] as const;
  const on = rows.reduce<Project>(
    (film, kind) => changeRow(film, kind, { muted: false, volume: 1 }),
    project,
  );
  const [song] = BUNDLED_SONGS;
  if (song === undefined || !isSilent(on, 0, toSeconds(projectDuration(on)))) return on;
  return setMusic(on, { kind: 'bundled', id: song.id }, crypto.randomUUID());
}

function withWordsInside(project: Project, choice: ExportChoice): Project {
  const preset = chosenPreset(choice);
  const platform = preset === undefined ? null : platformOf(preset);
  if (preset === undefined || platform === null) return project;
  return coveredWords({ project, preset, boxOf: (text) => wordsBox(project, text) }).reduce((film, text) => {
    const box = wordsBox(project, text);
    return box === null ? film : changeText(film, text.id, placeInside(box, platform));
  }, project);
}

function shortened(project: Project, choice: ExportChoice): ExportChoice {
  const { maxSeconds } = chosenPreset(choice) ?? {};
  if (maxSeconds === undefined) return choice;
  const { start, end } = chosenRange(choice, toSeconds(projectDuration(project)));
  return { ...choice, range: { start, end: Math.min(end, start + maxSeconds) } };
}

/** What closed tabs left is thrown away; where nothing was left, a smaller film is chosen. */
async function withMoreSpace(storage: Storage, choice: ExportChoice): Promise<ExportChoice> {
  const unfinished = await storage.exports.unfinished();
  for (const { record } of unfinished) await (await storage.exports.reopen(record.id)).discard();
  if (unfinished.length > 0) return choice;
  const smaller = EXPORT_PRESETS.find(({ id }) => id === 'messenger');
  if (smaller === undefined || choice.presetId === smaller.id)
    throw new StudioError('storage-full', 'There is no smaller film to make.');
  return { ...choice, presetId: smaller.id };
}
