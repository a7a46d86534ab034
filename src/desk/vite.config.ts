import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { offlineIntake } from './offline/plugin.ts';

/** Built by `bin/build-desk.js` to dist/desk and served under /desk/. Nothing inline: the page runs under `default-src 'self'`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite/desk', import.meta.url)),
  plugins: [vue(), offlineIntake()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/desk', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A file inlined as a data: address would need an exception in the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Two shared pieces instead of fifty: what others made changes seldom, our parts are on every page.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/ },
            { name: 'parts', test: /src\/desk\/(api|components|form|records|stores)\// },
          ],
        },
      },
    },
  },
});
