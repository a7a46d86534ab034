import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The desk's own tests: pages' logic, in an imitated browser and without a database. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite/desk', import.meta.url)),
  plugins: [vue()],
  test: {
    name: 'desk',
    environment: 'happy-dom',
    include: ['**/*.test.ts'],
  },
});
