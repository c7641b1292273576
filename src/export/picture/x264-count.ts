/** How many x264 encoders work side by side. */

/** x264 has no hand-written code in WebAssembly and one thread; more cores help. */
export function x264Count(): number {
  return navigator.hardwareConcurrency >= 4 ? 3 : 2;
}
