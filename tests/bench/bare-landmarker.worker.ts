/** The peer of the pose bench: nothing but a `detectForVideo` loop in a worker. */
import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { BareRequest } from './bare-landmarker-protocol';

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = async ({ data }: MessageEvent<BareRequest>) => {
  const vision = await FilesetResolver.forVisionTasks(`${data.modelsUrl}vision`, true);
  const landmarker = await PoseLandmarker.createFromOptions(vision, {
    baseOptions: {
      modelAssetPath: `${data.modelsUrl}pose_landmarker_${data.model}.task`,
      delegate: data.delegate,
    },
    runningMode: 'VIDEO',
    numPoses: 1,
  });
  const [first] = data.pictures;
  if (first !== undefined) landmarker.detectForVideo(first, 1);
  const before = performance.now();
  data.pictures.forEach((picture, index) => landmarker.detectForVideo(picture, (index + 1) * 100));
  const seconds = (performance.now() - before) / 1000;
  landmarker.close();
  self.postMessage(data.pictures.length / seconds);
};
