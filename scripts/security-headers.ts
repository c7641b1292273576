/**
 * The headers that every response carries, pages and worker scripts alike
 * (a worker loaded by URL obeys the policy of its own response, not the page's).
 * A static host must send the same; `public/_headers` repeats them for hosts that read that file.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  // ffmpeg.wasm and the pose model compile WebAssembly; nothing needs eval.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy':
    'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=(), usb=(), payment=()',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
