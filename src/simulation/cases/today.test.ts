import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { simulateCasesToday, simulatedYears } from '../index.ts';
import { instant, millis } from '#lib/time.ts';
import { seedDemoAccounts, seedDemoTraining } from '#people/index.ts';
import { openCounters } from '../testing/district.ts';
import { killedAfter } from '../testing/killed.ts';
import { groundOf } from './ground.ts';
import { morningOf } from './today.ts';

/* What lies at the counters and in the departments this morning; begun, interrupted and gone on with. */
let app: Assembled;
beforeAll(async () => {
  app = await openCounters();
  await expect(simulateCasesToday(killedAfter(app, 20))).rejects.toThrow('killed');
  // 4 + 5 + 3 + 16 + 6 + 2 + 1
  expect(await simulateCasesToday(app)).toBe(37);
}, 120_000);
afterAll(() => app.close());

test('every desk has something on it, late and overdue included', async () => {
  const [row] = await app.query(
    `select count(*) filter (where state = 'applied') as sent,
            count(*) filter (where state = 'received') as received,
            count(*) filter (where state = 'correcting') as correcting,
            count(*) filter (where decided_at is not null) as decided,
            count(*) filter (where state = 'accepted' and legal_due_at < now()) as overdue,
            count(*) filter (where state = 'accepted' and promised_due_at < now()) as late,
            count(*) filter (where ended_at is not null or completed_at is not null) as over,
            count(*) filter (where received_at > now()) as ahead
       from case_file`,
    [],
  );
  expect(row).toMatchObject({ sent: '4', decided: '6', over: '0', ahead: '0', overdue: '1' });
  expect(Number(row!['late'])).toBeGreaterThanOrEqual(3);
});

test('it is marked as simulated, and the ledger is sound', async () => {
  expect(await simulatedYears(app)).toMatchObject([{ module: 'cases', scenario: 'desk', state: 'complete' }]);
  expect(await verifyApp(app)).toMatchObject({ ok: true });
});

test.each([
  '2026-11-24T05:11+08:00', // Tuesday, before anybody came
  '2026-11-23T09:02+08:00', // Monday, just open
  '2026-11-22T15:00+08:00', // Sunday
  '2026-10-08T08:00+08:00', // after eight days off
  '2026-02-24T09:00+08:00', // after the Spring Festival
  '2027-01-01T12:00+08:00', // a year whose holidays may be unknown
  '2026-11-20T18:30+08:00', // Friday evening
])('whenever the program is started first, everything is there: %s', async (moment) => {
  const at = millis(instant(moment));
  const threads = morningOf(await groundOf(app), {
    at,
    seed: Number(moment.slice(0, 4)),
    staffed: new Set(),
    trained: [],
  });
  expect(threads).toHaveLength(37);
  expect(threads.flatMap(({ steps }) => steps).filter((step) => step.at > at)).toEqual([]);
});

// The first day of a demonstration: its people were trained a minute before, and the counters have been open all day.
test('where trainings have begun, whoever was trained takes in', async () => {
  const open = await openCounters({ now: () => instant('2026-11-24T16:40+08:00') });
  try {
    await seedDemoAccounts(open, 'a-Long-password-9');
    expect(await seedDemoTraining(open, 'cases.clerk')).toBe(1);
    expect(await simulateCasesToday(open)).toBe(37);
  } finally {
    await open.close();
  }
}, 60_000);
