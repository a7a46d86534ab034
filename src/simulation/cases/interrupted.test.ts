import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { simulateCases, simulatedYears } from '../index.ts';
import { openCounters } from '../testing/district.ts';
import { killedAfter } from '../testing/killed.ts';

const WISH = { year: 2020, scale: 0.004, seed: 11, scenario: 'careless' } as const;
let app: Assembled;
beforeAll(async () => {
  app = await openCounters();
});
afterAll(() => app.close());

/** What was done when, by whom; ids differ from tenant to tenant. */
const told = (of: Assembled): Promise<readonly unknown[]> =>
  of.query(
    `select noun, action, at, person_name, count(*) as n from ledger_entry
      where noun in ('case-file', 'case-branch', 'handover', 'special-procedure') group by 1, 2, 3, 4 order by 3, 1, 2, 4`,
    [],
  );

test('a careless year of cases that was killed goes on, counts what was planted, and is the same as one that was not', async () => {
  for (const acts of [3, 150]) {
    await expect(simulateCases(killedAfter(app, acts), WISH)).rejects.toThrow('killed');
    expect(await simulatedYears(app)).toMatchObject([{ module: 'cases', state: 'running' }]);
  }
  const made = await simulateCases(app, WISH);
  expect(made.isResumed).toBe(true);
  expect(made.figures.filter((each) => each.counted !== each.wanted)).toEqual([]);
  // 1,843, 60 and 200 times 0.004, rounded: seven and one more that is one of them again; one was entered afterwards.
  expect(made.planted).toEqual({ doubles: 1, backfilled: 1 });
  const windows = made.figures.find(({ measure }) => measure === 'cases.window-undifferentiated')!;
  expect(windows.counted).toBe(8);
  const [row] = await app.query(
    `select count(*) as n from case_file where kind = 'promised' and decided_at < received_at + interval '10 minutes'`,
    [],
  );
  expect(row).toEqual({ n: '1' });
  expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
  const whole = await openCounters();
  try {
    const { acts } = await simulateCases(whole, WISH);
    expect(made.acts).toBeLessThan(acts);
    expect(await told(app)).toEqual(await told(whole));
  } finally {
    await whole.close();
  }
}, 240_000);
