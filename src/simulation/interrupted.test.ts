import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { simulatedYears, simulateHotline, simulateToday } from './index.ts';
import { openDistrict, SMALL } from './testing/district.ts';
import { killedAfter } from './testing/killed.ts';

describe('a year that was interrupted', () => {
  let app: Assembled;
  beforeAll(async () => {
    app = await openDistrict();
  });
  afterAll(() => app.close());

  const wish = { ...SMALL, scenario: 'plain' } as const;
  const told = (of: Assembled): Promise<readonly unknown[]> =>
    of.query(
      `select e.noun, e.action, e.at, e.person_name, count(*) as n from ledger_entry e
        where e.noun not in ('simulated-year') and e.person_name <> '系统' group by 1, 2, 3, 4 order by 3, 1, 2, 4`,
      [],
    );

  test('goes on where it was left, however often, and nothing is done twice or left out', async () => {
    for (const acts of [0, 70, 250]) {
      await expect(simulateHotline(killedAfter(app, acts), wish)).rejects.toThrow('killed');
      expect(await simulatedYears(app)).toMatchObject([{ year: 2020, state: 'running' }]);
    }
    const made = await simulateHotline(app, wish);
    expect(made.isResumed).toBe(true);
    expect(made.figures.filter((each) => each.counted !== each.wanted)).toEqual([]);
    expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
    const whole = await openDistrict();
    try {
      const { acts, isResumed } = await simulateHotline(whole, wish);
      expect(isResumed).toBe(false);
      expect(made.acts).toBeLessThan(acts);
      expect(await told(app)).toEqual(await told(whole));
    } finally {
      await whole.close();
    }
  }, 120_000);

  test('goes on as it was begun, and in no other way', async () => {
    const other = { ...wish, year: 2021 };
    await expect(simulateHotline(killedAfter(app, 20), other)).rejects.toThrow('killed');
    await expect(simulateHotline(app, { ...other, seed: 8 })).rejects.toMatchObject({
      code: 'simulation.begun-otherwise',
      facts: { year: 2021, scenario: '照常', scale: 1, seed: 7 },
    });
    await expect(simulateHotline(app, { ...other, scenario: 'careless' })).rejects.toMatchObject({
      code: 'simulation.begun-otherwise',
    });
  });

  test('this morning too is finished, as of the moment it was begun', async () => {
    await expect(simulateToday(killedAfter(app, 30))).rejects.toThrow('killed');
    expect(await simulateToday(app)).toBe(44);
    const [row] = await app.query(
      "select count(*) as n from work_order where registered_at > '2026-01-01'",
      [],
    );
    expect(row).toEqual({ n: '44' });
    expect(await verifyApp(app)).toMatchObject({ ok: true });
  });
});
