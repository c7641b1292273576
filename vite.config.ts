/** How the app is built and served: workers, the offline cache, and the security headers. */
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { challengeIndex } from './scripts/challenge-index.ts';
import { securityHeaders } from './scripts/security-headers.ts';

export default defineConfig({
  plugins: [
    react(),
    challengeIndex(),
    VitePWA({
      // Never swapped under a running take: the person is asked.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Fifteen',
        short_name: 'Fifteen',
        description: 'A dance-video studio that runs wholly in your browser.',
        theme_color: '#14110f',
        background_color: '#14110f',
        display: 'standalone',
        orientation: 'any',
        start_url: '/',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // The shell, the workers and the heavy parts (wasm, model) all belong to "works offline after the first visit".
        globPatterns: [
          '**/*.{js,css,html,svg,png,json,webp,wasm,task,webmanifest}',
          '**/inter-latin-wght*.woff2',
          // The letters of words on the stage, for Latin; other scripts are fetched with the first word.
          '**/{anton-latin-400-normal,caveat-latin-wght-normal,fredoka-latin-wght-normal,playfair-display-latin-wght-normal}*.woff2',
        ],
        maximumFileSizeToCacheInBytes: 48 * 1024 * 1024,
        navigateFallback: '/index.html',
        runtimeCaching: [{ urlPattern: /\.woff2$/, handler: 'CacheFirst', options: { cacheName: 'fonts' } }],
      },
    }),
  ],
  preview: { headers: securityHeaders },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@ffmpeg/core', '@mediapipe/tasks-vision'] },
  build: {
    target: 'es2023',
    // The tokens' light-dark() must reach the browser as it is: replaced, a dark stage on a paper page would turn light.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    chunkSizeWarningLimit: 1200,
    // `font-src 'self'` allows no data: addresses, so even the smallest piece of a face stays a file.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
  },
});
