/** The timeline's arithmetic: what is drawn where, what a pointer means, what snaps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFlicks, type Flicks } from '../../../../src/core/time';
import { addText } from '../../../../src/project/edits/change-texts';
import { moveItem, trimItem } from '../../../../src/project/edits/move-item';
import { splitClip } from '../../../../src/project/edits/split-clip';
import {
  beatsOf,
  dropIndex,
  snap,
  snapItem,
  snappedTo,
  snapTimes,
} from '../../../../src/ui/screens/editor/snapping';
import { formatMoment, formatTimecode } from '../../../../src/ui/screens/editor/timecode';
import { clipUnder, findItem, layRows, placedItems } from '../../../../src/ui/screens/editor/timeline-rows';
import {
  LARGEST_SCALE,
  SMALLEST_SCALE,
  fitScale,
  frameTimeAt,
  holdScale,
  labelStep,
  labelsUpTo,
  scrollForZoom,
  scrollToShow,
  timeAt,
  xOf,
} from '../../../../src/ui/screens/editor/timeline-scale';
import { verdict } from '../../project/sample-verdict';
import { longProject, sampleProject } from '../../../support/sample-projects';

const scales = fc.double({ min: SMALLEST_SCALE, max: LARGEST_SCALE, noNaN: true });
const seconds = (value: number): Flicks => toFlicks(value);

describe('times in figures', () => {
  it('counts frames after the point', () => {
    expect(formatTimecode(seconds(4 + 12 / 30), 30)).toBe('0:04.12');
    expect(formatTimecode(seconds(61), 30)).toBe('1:01.00');
    expect(formatTimecode(seconds(14 + 29 / 30), 30)).toBe('0:14.29');
  });

  it('never shows a frame before it has begun', () => {
    expect(formatTimecode((seconds(1) - 1) as Flicks, 30)).toBe('0:00.29');
  });

  it('says tenths', () => {
    expect(formatMoment(seconds(4.25))).toBe('0:04.2');
  });
});

describe('scale', () => {
  it('gives the time back that it drew', () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: 0, max: 100_000 }), (scale, frame) => {
        const time = (frame * 23_520_000) as Flicks;
        expect(frameTimeAt(xOf(time, scale), scale, 30)).toBe(time);
      }),
    );
  });

  it('never points before the start', () => {
    expect(timeAt(-50, 100)).toBe(0);
  });

  it('shows the whole film when it fits', () => {
    const scale = fitScale(seconds(15), 390);
    expect(xOf(seconds(15), scale)).toBeLessThanOrEqual(390 - 64);
    expect(xOf(seconds(15), scale)).toBeGreaterThan(250);
  });

  it('keeps what is under the fingers in its place', () => {
    fc.assert(
      fc.property(scales, scales, fc.integer({ min: 0, max: 390 }), (before, after, anchor) => {
        const scroll = 5000;
        const time = (scroll + anchor) / before;
        const moved = scrollForZoom(scroll, anchor, before, after);
        fc.pre(moved > 0);
        expect((moved + anchor) / after).toBeCloseTo(time, 6);
      }),
    );
  });

  it('stays inside its limits', () => {
    expect(holdScale(1e9)).toBe(LARGEST_SCALE);
    expect(holdScale(0)).toBe(SMALLEST_SCALE);
  });

  it('scrolls only when the playhead is out of sight', () => {
    expect(scrollToShow(200, 0, 390)).toBe(0);
    expect(scrollToShow(0, 0, 390)).toBe(0);
    const scroll = scrollToShow(800, 0, 390);
    expect(800 - scroll).toBeGreaterThan(0);
    expect(800 - scroll).toBeLessThan(390);
    expect(scrollToShow(100, 500, 390)).toBeLessThanOrEqual(100);
  });

  it('leaves every label of the ruler its room', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const labels = labelsUpTo(seconds(60), scale);
        for (let index = 1; index < labels.length; index += 1) {
          expect((labels[index]?.x ?? 0) - (labels[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(63);
        }
        expect(labelStep(scale)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('rows', () => {
  it('never lays two items over each other', () => {
    let project = sampleProject();
    for (const id of ['a', 'b', 'c']) project = addText(project, id, id);
    project = trimItem(project, 'a', 'end', seconds(3));
    project = moveItem(project, 'b', seconds(3));
    for (const row of layRows(project)) {
      const ends = row.items.map(({ item }) => [item.start, item.start + item.duration] as const);
      ends.sort((a, b) => a[0] - b[0]);
      for (let index = 1; index < ends.length; index += 1) {
        expect(ends[index]?.[0]).toBeGreaterThanOrEqual(ends[index - 1]?.[1] ?? 0);
      }
    }
    expect(layRows(project).flatMap(({ items }) => items)).toHaveLength(1 + 3 + 2 + 1);
  });

  it('keeps a place for the picture in an empty film', () => {
    const empty = { ...sampleProject(), tracks: [] };
    expect(layRows(empty)).toEqual([{ kind: 'video', lane: 0, items: [] }]);
  });

  it('finds an item with its place among its kind', () => {
    const project = longProject(3);
    expect(findItem(project, 'clip-2')).toMatchObject({ kind: 'video', index: 1, count: 3 });
    expect(findItem(project, 'gone')).toBeNull();
    expect(findItem(project, null)).toBeNull();
  });

  it('knows the clip under the playhead, and the last one at the end', () => {
    const project = longProject(3);
    expect(clipUnder(project, seconds(1.5))?.item.id).toBe('clip-2');
    expect(clipUnder(project, seconds(3))?.item.id).toBe('clip-3');
    expect(clipUnder({ ...project, tracks: [] }, seconds(0))).toBeNull();
  });
});

describe('snapping', () => {
  const grid = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };

  it('knows the beats that sound, from where the song begins', () => {
    // The sample's song starts at its second 2, which is a beat.
    const beats = beatsOf(sampleProject(), () => grid);
    expect(beats[0]).toBe(0);
    expect(beats[1]).toBe(seconds(0.5));
    expect(beats).toHaveLength(30);
    expect(beatsOf(sampleProject(), () => null)).toEqual([]);
  });

  it('is drawn to the nearest time within reach, else to none', () => {
    const times = [seconds(1), seconds(1.2)];
    expect(snap(seconds(1.15), times, seconds(0.1))).toBe(seconds(1.2));
    expect(snap(seconds(1.05), times, seconds(0.1))).toBe(seconds(1));
    expect(snap(seconds(2), times, seconds(0.1))).toBe(seconds(2));
  });

  it('moves an item so that its nearer edge meets', () => {
    const times = [seconds(5)];
    expect(snapItem(seconds(4.95), seconds(3), times, seconds(0.1))).toBe(seconds(5));
    expect(snapItem(seconds(1.97), seconds(3), times, seconds(0.1))).toBe(seconds(2));
    expect(snapItem(seconds(3), seconds(1), times, seconds(0.1))).toBe(seconds(3));
  });

  it('offers the edges of all items but the one that moves', () => {
    const project = splitClip(sampleProject(), 'clip-1', seconds(4), 'clip-2');
    expect(snapTimes(project, 'clip-1', [])).toContain(seconds(4));
    expect(snapTimes(project, 'clip-1', [seconds(7)])).toContain(seconds(7));
  });

  it('says what an edge is drawn to, the most telling first', () => {
    const project = splitClip(sampleProject(), 'clip-1', seconds(4), 'clip-2');
    const around = {
      beats: [seconds(1), seconds(2), seconds(2.5)],
      bars: [seconds(2.5)],
      moments: [
        { kind: 'peak', time: seconds(3.5) },
        { kind: 'hold', time: seconds(1) },
      ],
      playhead: seconds(2),
    } as const;
    const why = (time: Flicks): string | undefined => snappedTo(time, project, 'clip-2', around)?.reason;
    expect(why(seconds(1))).toBe('beat');
    expect(why(seconds(2))).toBe('beat');
    expect(why(seconds(2.5))).toBe('bar');
    expect(why(seconds(3.5))).toBe('peak');
    expect(why(seconds(0))).toBe('start');
    expect(why(seconds(3))).toBeUndefined();
    expect(snappedTo(seconds(4), project, 'clip-2', around)).toEqual({ time: seconds(4), reason: 'edge' });
    expect(snappedTo(seconds(3), project, 'clip-2', { ...around, playhead: seconds(3) })?.reason).toBe(
      'playhead',
    );
    const judged = sampleProject({ verdict });
    const marked = judged.markers[0]?.time ?? seconds(0);
    expect(
      snappedTo(marked, judged, 'clip-1', { ...around, beats: [marked], playhead: marked })?.reason,
    ).toBe('marker');
  });

  it('drops a clip behind those whose middle it has passed', () => {
    const clips = placedItems(longProject(4), 'video').map(({ item }) => item);
    expect(dropIndex(clips, 'clip-1', seconds(0.5))).toBe(0);
    expect(dropIndex(clips, 'clip-1', seconds(1.6))).toBe(1);
    expect(dropIndex(clips, 'clip-1', seconds(99))).toBe(3);
    expect(dropIndex(clips, 'clip-4', seconds(0))).toBe(0);
  });
});
