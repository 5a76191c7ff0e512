import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiPort = process.env['CURLEW_API_PORT'] ?? '3000';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: { events: fileURLToPath(new URL('nunjucks-events.cjs', import.meta.url)) },
  },
  server: {
    host: '127.0.0.1',
    // The API, and the address that operators report to.
    proxy: Object.fromEntries(
      ['/api', '/hooks'].map((path) => [
        path,
        { target: `http://127.0.0.1:${apiPort}`, changeOrigin: false },
      ]),
    ),
  },
  build: {
    // The tokens need light-dark(), which these are the first to have.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    // The content security policy allows fonts and images from 'self' only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A schema decides when it is made whether it may use eval, so no chunk may come before the word that it may
          // not: that stands in the chunk of zod itself.
          groups: [{ name: 'zod', test: /\/node_modules\/zod\/|\/lib\/configure-zod\.ts$/ }],
        },
      },
    },
  },
});
