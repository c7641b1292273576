/** Everything that a person may do to a film, in any order: for properties that must hold whatever is done. */
import fc from 'fast-check';
import { frameStart, toFlicks } from '../../src/core/time';
import { itemsOf } from '../../src/project/change-items';
import { projectDuration } from '../../src/project/duration';
import { addClip } from '../../src/project/edits/add-clip';
import { changeClip, reverseClip, setSpeedCurve } from '../../src/project/edits/change-clip';
import {
  addEffect,
  changeEffect,
  reorderEffect,
  replaceEffects,
} from '../../src/project/edits/change-effects';
import { addMarker, changeMaster, removeMarker, setShape } from '../../src/project/edits/change-film';
import { setMusic } from '../../src/project/edits/change-music';
import { setNumbers, toggleKey } from '../../src/project/edits/change-numbers';
import { addSticker, changeSticker } from '../../src/project/edits/change-stickers';
import { addText, changeText } from '../../src/project/edits/change-texts';
import { addVoice, changeRow, detachSound, linkSound } from '../../src/project/edits/change-voice';
import { cutToBeat } from '../../src/project/edits/cut-to-beat';
import { deleteItem } from '../../src/project/edits/delete-item';
import { duplicateItem } from '../../src/project/edits/duplicate-item';
import { emptyClip, fillClip } from '../../src/project/edits/empty-clip';
import { freezeFrame } from '../../src/project/edits/freeze-frame';
import { moveClip } from '../../src/project/edits/move-clip';
import { moveItem, trimItem } from '../../src/project/edits/move-item';
import { copyItems, pasteItems } from '../../src/project/edits/paste-items';
import { renameProject } from '../../src/project/edits/rename';
import { rollCut, slipClip } from '../../src/project/edits/shift-cut';
import { clipAt, splitClip } from '../../src/project/edits/split-clip';
import { trimClip } from '../../src/project/edits/trim-clip';
import type { Edit } from '../../src/project/history';
import { sampleEffect, sampleTake } from './sample-projects';

/** One thing that a person may do; numbers are fractions of the film or picks among its items. */
export const action = fc.record({
  what: fc.constantFrom(
    'trim-start',
    'trim-end',
    'split',
    'delete',
    'duplicate',
    'move-clip',
    'move-item',
    'trim-item',
    'speed',
    'look',
    'effect',
    'change-effect',
    'reorder-effect',
    'text',
    'change-text',
    'music',
    'add',
    'rename',
    'curve',
    'reverse',
    'freeze',
    'roll',
    'slip',
    'empty',
    'fill',
    'numbers',
    'key',
    'sticker',
    'change-sticker',
    'voice',
    'detach',
    'link',
    'row',
    'shape',
    'master',
    'marker',
    'paste',
    'beat',
  ),
  pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
  at: fc.double({ min: -0.2, max: 1.3, noNaN: true }),
  amount: fc.double({ min: -1, max: 12 }),
});
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** The edit that an action is; `serial` makes its new ids. */
export function editOf({ what, pick, at, amount }: Action, serial: number): Edit {
  return (project) => {
    const film = projectDuration(project);
    const time = toFlicks((at * film) / 705_600_000);
    const row = itemsOf(project, 'video');
    const clip = row[Math.floor(pick * row.length)]?.id ?? 'none';
    const all = project.tracks.flatMap((track) => track.items.map(({ id }) => id));
    const item = all[Math.floor(pick * all.length)] ?? 'none';
    const fx = itemsOf(project, 'effects');
    const effect = fx[Math.floor(pick * fx.length)]?.id ?? 'none';
    const text = itemsOf(project, 'text')[0]?.id ?? 'none';
    const sticker = itemsOf(project, 'stickers')[0]?.id ?? 'none';
    const id = `new-${serial}`;
    switch (what) {
      case 'trim-start':
        return trimClip(project, clip, 'start', time);
      case 'trim-end':
        return trimClip(project, clip, 'end', time);
      case 'split':
        return splitClip(project, clipAt(project, time)?.id ?? clip, time, id);
      case 'delete':
        return deleteItem(project, item);
      case 'duplicate':
        return duplicateItem(project, item, id);
      case 'move-clip':
        return moveClip(project, clip, amount);
      case 'move-item':
        return moveItem(project, item, time);
      case 'trim-item':
        return trimItem(project, item, pick < 0.5 ? 'start' : 'end', time);
      case 'speed':
        return changeClip(project, clip, { speed: amount, volume: amount });
      case 'look':
        return replaceEffects(project, [sampleEffect(`${id}a`), sampleEffect(`${id}b`)]);
      case 'effect':
        return addEffect(project, sampleEffect(id));
      case 'change-effect':
        return changeEffect(project, effect, { strength: amount, params: { intensity: pick } });
      case 'reorder-effect':
        return reorderEffect(project, effect, amount);
      case 'text':
        return addText(project, 'Hi', id);
      case 'change-text':
        return changeText(project, text, { x: amount, y: at, lineHeight: amount, color: 'red' });
      case 'music':
        return setMusic(project, pick < 0.2 ? null : { kind: 'bundled', id: 'rush-hour' }, id);
      case 'add':
        return addClip(project, { ...sampleTake, id: `take-${serial}`, duration: 0.02 + pick * 4 }, id);
      case 'rename':
        return renameProject(project, `Name ${serial}`);
      case 'curve':
        return setSpeedCurve(
          project,
          clip,
          pick < 0.2
            ? null
            : [
                { at: pick / 2, speed: amount },
                { at: 1, speed: at },
              ],
        );
      case 'reverse':
        return reverseClip(project, clip);
      case 'freeze':
        return freezeFrame(project, time, amount * 5, { still: id, rest: `${id}-rest` });
      case 'roll':
        return rollCut(project, clip, time);
      case 'slip':
        return slipClip(project, clip, amount * 10);
      case 'empty':
        return emptyClip(project, clip);
      case 'fill':
        return row.reduce(
          (next, place) =>
            fillClip(
              next,
              place.id,
              { ...sampleTake, id: 'take-f', duration: 0.1 + pick * 5 },
              at,
              `${id}-source`,
            ),
          project,
        );
      case 'numbers':
        return setNumbers(project, item, { x: amount, scale: at, volume: pick * 3, nothing: 1 }, time);
      case 'key':
        return toggleKey(project, item, pick < 0.5 ? 'opacity' : 'volume', time);
      case 'sticker':
        return addSticker(project, { kind: 'bundled', id: 'star' }, time, id);
      case 'change-sticker':
        return changeSticker(project, sticker, { pin: pick < 0.3 ? null : 'head', mirror: pick < 0.6 });
      case 'voice':
        return addVoice(project, `recording-${serial}`, { start: time, seconds: pick * 3, newId: id });
      case 'detach':
        return detachSound(project, clip, id);
      case 'link':
        return linkSound(project, item, pick < 0.5);
      case 'row':
        return changeRow(project, 'voice', { muted: pick < 0.5, volume: amount });
      case 'shape':
        return setShape(project, pick < 0.5 ? '1:1' : '16:9');
      case 'master':
        return changeMaster(project, { duck: amount, evenLoudness: pick < 0.5 });
      case 'marker':
        return pick < 0.3
          ? removeMarker(project, project.markers[0]?.id ?? '')
          : addMarker(project, time, 'Here', id);
      case 'paste': {
        const copied = copyItems(project, all.filter((_, index) => index % 2 === serial % 2).slice(0, 3));
        let count = 0;
        return copied === null ? project : pasteItems(project, copied, time, () => `${id}-${(count += 1)}`);
      }
      case 'beat':
        return cutToBeat(
          project,
          [15, 30, 45, 60, 90].map((at) => frameStart(at, 30)),
          new Set([clip]),
        );
    }
  };
}
