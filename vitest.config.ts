import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest; left to the size of its file the simulated year begins last, and one worker waits for it. */
const LONGEST = ['e2e/simulated-year', 'e2e/', 'src/simulation/', 'src/lib/db/', 'src/hotline/record/'];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.findIndex((place) => moduleId.includes(`/${place}`));
  return found === -1 ? LONGEST.length : found;
};

/** Begins with the longest, so that both workers end with short ones. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['src/lib/testing/global-database.ts'],
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    exclude: ['src/desk/**'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    // Every file leaves the process as it found it: reading the whole program anew for each took half of all the work.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
