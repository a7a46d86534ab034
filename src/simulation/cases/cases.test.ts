import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { simulateCases, simulatedYears } from '../index.ts';
import type { Simulated } from '../simulate.ts';
import { openCounters } from '../testing/district.ts';

/** A fiftieth of the year: 37 + 9 + 1 at the windows, 19 + 2 for elsewhere, and 900 that are assumed. */
const SMALL = { year: 2020, scale: 0.02, seed: 7 } as const;
const counted = ({ figures }: Simulated, name: string): number =>
  figures.find((each) => each.measure === `cases.${name}`)!.counted;

describe('a small year of cases', () => {
  let app: Assembled;
  let made: Simulated;
  beforeAll(async () => {
    app = await openCounters();
    made = await simulateCases(app, { ...SMALL, scenario: 'plain' });
  }, 240_000);
  afterAll(() => app.close());

  test('every figure is what it had to be', () => {
    expect(made.figures.filter((each) => each.counted !== each.wanted)).toEqual([]);
    const names = ['window-undifferentiated', 'window-engineering', 'window-utilities', 'city-wide'];
    expect(names.map((name) => counted(made, name))).toEqual([37, 9, 1, 21]);
    expect(['city-wide-district', 'city-wide-city'].map((name) => counted(made, name))).toEqual([19, 2]);
  });

  test('the ledger verifies, and nothing stays open', async () => {
    expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
    const [row] = await app.query(
      `select count(*) filter (where ended_at is null) as open,
              count(*) filter (where accepted_at < received_at or decided_at < accepted_at or completed_at < decided_at) as backwards,
              count(*) filter (where is_on_time = false) as late, count(*) filter (where accepted_by = decided_by and is_separated) as alone
         from case_file`,
      [],
    );
    expect(row).toEqual({ open: '0', backwards: '0', late: '0', alone: '0' });
  });

  test('every case of engineering hangs on a project of its own investor, which is in no stage before its cases', async () => {
    const [row] = await app.query(
      `select count(*) as cases, count(distinct p.id) as projects, count(*) filter (where f.credit_code = p.credit_code) as own,
              (select sum(case_count) from project) as counted
         from case_file f join project p on p.id = f.project where f.window_type = 'engineering' and f.project_stage is not null`,
      [],
    );
    // A fiftieth of 433 are nine, too few for a bundle of five beside them, and a project has twelve.
    expect(row).toEqual({ cases: '9', projects: '1', own: '9', counted: '9' });
  });

  test('every month a lot takes one in a hundred, rounded up, of what nobody looked at before', async () => {
    const [row] = await app.query(
      `select count(*) as drawn, count(*) filter (where after_checked_at > after_check_drawn_at) as checked,
              bool_and(completed_at < after_check_drawn_at) as before, (select count(*) from after_check_draw) as lots,
              (select sum((population + 99) / 100) from after_check_draw) as wanted
         from case_file where is_after_check`,
      [],
    );
    // What December completes is looked at in January.
    expect(row).toEqual({
      drawn: row?.['wanted'],
      checked: row?.['wanted'],
      before: true,
      lots: '11',
      wanted: row?.['wanted'],
    });
  });

  test('the tenant says that its cases are simulated, and takes no second year', async () => {
    expect(await simulatedYears(app)).toMatchObject([{ year: 2020, module: 'cases', state: 'complete' }]);
    await expect(simulateCases(app, { ...SMALL, scenario: 'plain' })).rejects.toMatchObject({
      code: 'simulation.year-there',
    });
  });
});
