/** Opening a very long film: from the stored text to the plan of its first picture. */
import { ZERO_FLICKS } from '../../src/core/time';
import { parseProject } from '../../src/project/parse-project';
import { planFrame } from '../../src/project/plan-frame';
import { longProject } from '../support/sample-projects';
import { medianMilliseconds, type Figure } from './figure';

const CLIPS = 1000;
const RUNS = 20;

export async function runOpenBench(): Promise<Figure[]> {
  const text = JSON.stringify(longProject(CLIPS));
  const ours = await medianMilliseconds(RUNS, () => {
    planFrame(parseProject(JSON.parse(text)), ZERO_FLICKS);
  });
  const bare = await medianMilliseconds(RUNS, () => {
    JSON.parse(text);
  });
  return [
    {
      name: 'opening a project of 1 000 clips, to the plan of its first frame',
      ours,
      peer: bare,
      peerName: 'JSON.parse alone',
      unit: 'ms',
    },
  ];
}
