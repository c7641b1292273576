/** What the pose bench sends to its peer. Types only. */

export interface BareRequest {
  readonly modelsUrl: string;
  readonly model: string;
  readonly delegate: 'CPU' | 'GPU';
  readonly pictures: readonly ImageBitmap[];
}
