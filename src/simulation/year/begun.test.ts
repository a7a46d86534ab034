import { expect, test } from 'vitest';
import type { App } from '#lib/app.ts';
import { instant } from '#lib/time.ts';
import { begun } from './begun.ts';

test('a year that has not begun is not made as if it had been', async () => {
  // Asked before anything else: nothing of the program is needed but what day it is.
  const app = { now: () => instant('2026-12-31T23:59+08:00') } as unknown as App;
  const said = { year: 2027, module: 'hotline', scenario: 'plain', scale: 1, seed: 1 } as const;
  await expect(begun(app, said, { measure: 'hotline.received', remarks: [] })).rejects.toMatchObject({
    code: 'simulation.year-ahead',
    facts: { year: 2027 },
  });
});
