/**
 * Names of page things that the types of shared code mention and a worker never meets:
 * the compositor takes a video element in the page, and only decoded frames here.
 */
declare interface HTMLVideoElement extends EventTarget {
  readonly readyState: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}
declare interface HTMLCanvasElement extends EventTarget {
  width: number;
  height: number;
}
