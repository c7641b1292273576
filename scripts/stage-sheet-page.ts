/** Runs in the page: draws moments of the dance floor over real footage, and measures what a frame costs. */
import { beatAt } from '../src/core/beat-grid';
import type { Size } from '../src/core/geometry';
import { parseChallenge } from '../src/dance/challenge';
import { compileChoreography } from '../src/dance/compile';
import { createCoachStage, type CoachFrame } from '../src/stage/coach-stage';
import { SKETCHES, sketchTrack } from '../tests/support/hand-made-poses';
import { loadFootage, type Footage } from './contact-sheet-page';

/** One moment of a dance. */
export interface StageMoment {
  readonly name: string;
  /** Film of the shared footage and its second; null is the demo dancer. */
  readonly film: string | null;
  readonly at: number;
  readonly challenge: string;
  /** Beats before (positive) or after the key time of move `move`. */
  readonly move: number;
  readonly beatsLeft: number;
  readonly sitting?: boolean;
  readonly ghost?: boolean;
  readonly show: Partial<Omit<CoachFrame, 'player' | 'ghost'>>;
  readonly judgement?: CoachFrame['player']['outlineJudgement'];
}

/** What one frame costs. */
export interface StageCost {
  readonly name: string;
  readonly calls: number;
  readonly triangles: number;
  readonly milliseconds: number;
}

const counted = { calls: 0, triangles: 0 };

/** A sheet of all moments as a base64 JPEG, and their costs. */
export async function makeStageSheet(options: {
  moments: readonly StageMoment[];
  stage: Size;
  cell: Size;
  columns: number;
  quality: number;
}): Promise<{ sheet: string; costs: StageCost[] }> {
  const { moments, stage, cell, columns } = options;
  const sheet = document.createElement('canvas');
  sheet.width = cell.width * columns;
  sheet.height = cell.height * Math.ceil(moments.length / columns);
  const context = sheet.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  const footages = new Map<string, Footage>();
  const costs: StageCost[] = [];
  for (const [index, moment] of moments.entries()) {
    const key = `${moment.film ?? ''}@${moment.at}`;
    const footage = footages.get(key) ?? (await loadFootage(moment, stage));
    footages.set(key, footage);
    const canvas = document.createElement('canvas');
    const coach = createCoachStage(canvas, stage);
    const { frame, before } = await frameOf(moment, footage);
    // Placement and outline settle on the player.
    for (let step = 30; step >= 0; step -= 1) {
      const songSeconds = before.songSeconds - step * 0.02;
      coach.render({ ...before, songSeconds, player: { ...before.player, outlineJudgement: null } });
    }
    coach.render({ ...frame, songSeconds: frame.songSeconds - 0.12 });
    const gl = canvas.getContext('webgl2');
    if (gl !== null) countDraws(gl);
    const pixel = new Uint8Array(4);
    const times: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      const start = performance.now();
      counted.calls = 0;
      counted.triangles = 0;
      coach.render(frame);
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      times.push(performance.now() - start);
    }
    coach.render(frame);
    const milliseconds = Math.min(...times);
    costs.push({ name: moment.name, ...counted, milliseconds });
    const [x, y] = [(index % columns) * cell.width, Math.floor(index / columns) * cell.height];
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, x, y, cell.width, cell.height);
    context.font = '600 12px sans-serif';
    context.fillStyle = '#fff';
    context.fillText(moment.name, x + 8, y + cell.height - 8);
    coach.dispose();
  }
  return { sheet: sheet.toDataURL('image/jpeg', options.quality).split(',')[1] ?? '', costs };
}

async function frameOf(
  moment: StageMoment,
  footage: Footage,
): Promise<{ frame: CoachFrame; before: CoachFrame }> {
  const json: unknown = await (await fetch(`/challenges/${moment.challenge}.json`)).json();
  const challenge = parseChallenge(json);
  const { reference, moves } = compileChoreography(challenge);
  const move = moves[moment.move];
  const grid = challenge.beatGrid;
  const songSeconds = (move?.keyTime ?? 0) - (moment.beatsLeft * 60) / grid.bpm;
  const frame: CoachFrame = {
    reference: moment.sitting === true ? sketchTrack([SITTING], 20) : reference,
    moves,
    songSeconds,
    beat: beatAt(grid, songSeconds),
    reducedMotion: false,
    series: challenge.seriesId,
    ...moment.show,
    ghost: moment.ghost === true ? (footage.poses.at(-8) ?? null) : null,
    player: {
      picture: footage.pictures.at(-1) ?? null,
      mirror: true,
      pose: footage.poses.at(-1) ?? null,
      outlineJudgement: moment.judgement ?? null,
    },
  };
  return { frame, before: { ...frame, songSeconds: songSeconds - 0.2 } };
}

const SITTING = {
  ...SKETCHES['armsInY'],
  leftLeg: [
    [0.35, 0.12, -0.9],
    [0.05, 1, 0.1],
  ],
  rightLeg: [
    [-0.35, 0.12, -0.9],
    [-0.05, 1, 0.1],
  ],
} as const;

/** Counts what reaches the GPU through this context, whoever draws. */
function countDraws(gl: WebGL2RenderingContext): void {
  const drawElements = gl.drawElements.bind(gl);
  const drawInstanced = gl.drawElementsInstanced.bind(gl);
  const drawArrays = gl.drawArrays.bind(gl);
  const note = (vertices: number, instances: number): void => {
    counted.calls += 1;
    counted.triangles += (vertices / 3) * instances;
  };
  gl.drawElements = (mode, count, type, offset) => {
    note(count, 1);
    drawElements(mode, count, type, offset);
  };
  gl.drawElementsInstanced = (mode, count, type, offset, instances) => {
    note(count, instances);
    drawInstanced(mode, count, type, offset, instances);
  };
  gl.drawArrays = (mode, first, count) => {
    note(count, 1);
    drawArrays(mode, first, count);
  };
}
