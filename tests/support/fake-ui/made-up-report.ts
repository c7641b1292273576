/** What a check of the loop could find: a jump and a bar that is cut short, until the film ends on the bar. */
import { projectDuration } from '../../../src/project/duration';
import { judgeLoop, type LoopEnd } from '../../../src/project/loop-check';
import { toFlicks } from '../../../src/core/time';
import type { Project } from '../../../src/project/project';
import type { LoopReport } from '../../../src/studio/check-loop';

/** Two bars of the fake song before its film ends. */
const END: LoopEnd = { time: toFlicks(12), on: 'bar', matches: true };

export function madeUpReport(project: Project): LoopReport {
  const isTrimmed = projectDuration(project) === END.time;
  return {
    project,
    findings: judgeLoop(
      {
        pictureDifference: isTrimmed ? 0.01 : 0.12,
        poseDistance: 0.1,
        soundJump: -12,
        clickJump: 0,
        beatsOff: isTrimmed ? 0 : 2,
      },
      END,
      END,
    ),
  };
}
