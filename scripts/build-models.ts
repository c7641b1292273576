/**
 * Builds the pose models from the official npm package, and puts the vision wasm beside them, under `public/models/`.
 * A run with everything in place does nothing.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { addTfliteMetadata } from './models/tflite-metadata';
import { storedZip } from './models/stored-zip';

const VARIANTS = ['lite', 'full'] as const;
/** The module build of the loader is what a module worker can load. */
const WASM_FILES = ['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm'];

const target = resolve(import.meta.dirname, '../public/models');
const require = createRequire(import.meta.url);
const networks = dirname(require.resolve('@mediapipe/pose/package.json'));
const vision = join(dirname(require.resolve('@mediapipe/tasks-vision')), 'wasm');

/** What decides the bytes besides the networks. */
const SOURCES = [
  import.meta.filename,
  ...['flatbuffer-table.ts', 'stored-zip.ts', 'tflite-metadata.ts'].map((name) =>
    join(import.meta.dirname, 'models', name),
  ),
];

mkdirSync(join(target, 'vision'), { recursive: true });
for (const variant of VARIANTS) {
  const output = join(target, `pose_landmarker_${variant}.task`);
  const inputs = [
    join(networks, 'pose_solution_packed_assets.data'),
    join(networks, `pose_landmark_${variant}.tflite`),
    ...SOURCES,
  ];
  if (isNewer(output, inputs)) continue;
  writeWhole(output, buildTask(variant));
  console.log(`Built ${output}`);
}
for (const name of WASM_FILES) {
  const output = join(target, 'vision', name);
  if (!isNewer(output, [join(vision, name)])) writeWhole(output, readFileSync(join(vision, name)));
}

/** Half a file from a run that was stopped would look new for ever: it gets its name when it is whole. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}.part`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

/** Detector and landmark network, each with its metadata, in one `.task`. */
function buildTask(variant: (typeof VARIANTS)[number]): Uint8Array {
  const detector = readFileSync(join(networks, 'pose_solution_packed_assets.data'));
  const landmarks = readFileSync(join(networks, `pose_landmark_${variant}.tflite`));
  return storedZip([
    {
      name: 'pose_detector.tflite',
      // Input −1..1.
      bytes: addTfliteMetadata(detector, { mean: 127.5, std: 127.5 }, ['regressors', 'classificators']),
    },
    {
      name: 'pose_landmarks_detector.tflite',
      // Input 0..1.
      bytes: addTfliteMetadata(landmarks, { mean: 0, std: 255 }, [
        'landmarks',
        'presence',
        'segmentation',
        'heatmap',
        'world_landmarks',
      ]),
    },
  ]);
}

function isNewer(output: string, inputs: readonly string[]): boolean {
  if (!existsSync(output)) return false;
  const made = statSync(output).mtimeMs;
  return inputs.every((input) => statSync(input).mtimeMs <= made);
}
