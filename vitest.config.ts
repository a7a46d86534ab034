import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['src/lib/testing/global-database.ts'],
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    exclude: ['src/desk/**'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
  },
});
