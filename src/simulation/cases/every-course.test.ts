import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachmentStore } from '#documents/index.ts';
import { foldAll, measuresOfYear, verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { newborn, resumed } from '../run/arrivals.ts';
import { runThreads } from '../run/run.ts';
import { openCounters } from '../testing/district.ts';
import { checked } from '../year/checked.ts';
import { groundOf } from './ground.ts';
import { planYear, type Matter, type Plan } from './plan.ts';
import { staffOf } from './staff.ts';
import { tallyOf, wantedOf } from './tally.ts';
import { nothing, published2020 } from './targets.ts';
import { threadsOf } from './year.ts';

const YEAR = 2020;

/** The course of a matter: two of one course go through the same actions with other days. */
function courseOf({ choice: { item }, fate }: Matter): string {
  const { channel: _, isFirm: __, isOnBehalf: ___, ...course } = fate;
  return JSON.stringify([item.course.isInstant, item.course.surveys.length, course]);
}

/** So many projects with all their cases. */
const WHOLE = 6;
/** Of the published year: all that break their promise, some projects, and at most so many of every other course. */
function rare(plan: Plan, most: number): Plan {
  const seen = new Map<string, number>();
  const order = plan.order.filter((index) => {
    const matter = plan.matterOf(index);
    const course = courseOf(matter);
    const before = seen.get(course) ?? 0;
    seen.set(course, before + 1);
    return matter.fate.isLate || before < most || (matter.project?.index ?? WHOLE) < WHOLE;
  });
  return { ...plan, order, bundles: plan.bundles.slice(0, 12) };
}

describe('every course that a case of the published year takes', () => {
  let app: Assembled;
  let plan: Plan;
  beforeAll(async () => {
    app = await openCounters();
    const ground = await groundOf(app);
    plan = rare(
      planYear({ year: YEAR, seed: YEAR, ground }, { targets: published2020, planted: nothing }),
      3,
    );
    await runThreads(app, newborn(threadsOf(plan, staffOf(ground, YEAR))));
    await foldAll(app);
  }, 240_000);
  afterAll(() => app.close());

  test('interrupted now, it would find everything done: no act of any course is unknown to the ledger', async () => {
    const left: string[] = [];
    const threads = threadsOf(plan, staffOf(await groundOf(app), YEAR));
    for await (const { thread, next, id } of resumed(app, threads))
      left.push(...thread.steps.slice(next).map(({ action, at }) => `${action}@${at} of ${id}`));
    expect(left).toEqual([]);
  });

  test('comes to the figures it was drawn for, the late ones late by their promise and in time by law', async () => {
    const tally = tallyOf(plan);
    const [decided] = await measuresOfYear(app, { year: YEAR, name: 'cases.decided' });
    const figures = await checked(app, YEAR, wantedOf(tally, Number(decided?.value ?? 0)));
    expect(figures.filter((each) => each.counted !== each.wanted)).toEqual([]);
    expect(tally.late).toBeGreaterThan(20);
  });

  test('surveys are among them, of late ones too', async () => {
    const [row] = await app.query(
      `select count(*) filter (where not f.is_promise_kept) as late, count(*) as all
         from survey s join case_file f on f.id = s.case_id`,
      [],
    );
    expect(Number(row?.['late'])).toBeGreaterThan(0);
    expect(Number(row?.['all'])).toBeGreaterThan(10);
  });

  test('some were accepted because nobody spoke, some stood still, and neither is late', async () => {
    const [row] = await app.query(
      `select count(distinct f.id) filter (where e.action = 'deem-accepted') as deemed,
              count(distinct f.id) filter (where e.action = 'resume') as suspended,
              count(*) filter (where not f.is_promise_kept) as late
         from case_file f join ledger_entry e on e.subject = f.id and e.action in ('deem-accepted', 'resume')`,
      [],
    );
    expect(Number(row?.['deemed'])).toBeGreaterThan(2);
    expect(Number(row?.['suspended'])).toBeGreaterThan(2);
    expect(row?.['late']).toBe('0');
  });

  test('what a window took back lies there with the sheet that was signed, and it opens', async () => {
    const rows = await app.query(
      `select a.sha256 from case_file f
         left join attachment a on a.id = (f.wish_signed ->> 'sheet')::uuid and a.subject = f.id where f.state = 'withdrawn'`,
      [],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { sha256 } of rows) expect(await attachmentStore(app).has(sha256 as string)).toBe(true);
  });

  test('several firms connect for one application after one survey together, most as they promised', async () => {
    const [row] = await app.query(
      `select count(distinct case_id) as cases, count(*) as firms, count(*) filter (where is_promise_kept) as kept,
              (select bool_and(is_joint) from survey s where exists (select from utility_connection u where u.case_id = s.case_id)) as joint
         from utility_connection`,
      [],
    );
    const [cases, firms, kept] = ['cases', 'firms', 'kept'].map((each) => Number(row?.[each]));
    expect(cases).toBeGreaterThan(2);
    expect(firms).toBeGreaterThan(2 * cases!);
    expect(kept).toBeGreaterThan(cases!);
    expect(row?.['joint']).toBe(true);
  });

  test('a result that one case makes feeds the next of its bundle, and the bundle ends with its last case', async () => {
    const [row] = await app.query(
      `select count(distinct b.theme) as themes, count(distinct b.id) as bundles, count(distinct b.id) filter (where b.is_together) as together,
              count(*) filter (where f.papers::text like '%的办理结果转来%') as fed, bool_and(f.ended_at <= b.completed_at) as last
         from bundle b join case_file f on f.bundle = b.id where b.state = 'completed'`,
      [],
    );
    expect(row).toMatchObject({ themes: '3', bundles: '12', last: true });
    expect(Number(row?.['together'])).toBeGreaterThan(0);
    // Two, one and three of the three themes wait for a result, four times each.
    expect(row?.['fed']).toBe('24');
  });

  test('what is handed over, together or alone, is counted against its ten days as plain SQL does, and in time', async () => {
    const [row] = await app.query(
      `select count(*) as delivered, count(*) filter (where completed_at <= issue_due_at) as in_time,
              count(*) filter (where bundle is not null) as of_bundles
         from case_file where issue_due_at is not null and completed_at >= '2020-01-01T00:00+08:00'
          and completed_at < '2021-01-01T00:00+08:00'`,
      [],
    );
    const names = ['cases.delivered', 'cases.delivered-in-time'];
    const figures = await Promise.all(names.map((name) => measuresOfYear(app, { year: YEAR, name })));
    expect(figures.map(([figure]) => figure?.value)).toEqual([row?.['delivered'], row?.['in_time']]);
    expect(row?.['in_time']).toBe(row?.['delivered']);
    expect(Number(row?.['of_bundles'])).toBeGreaterThan(12);
  });

  test('what the lots took is looked at by somebody else, and most of it was in order', async () => {
    const [row] = await app.query(
      `select count(*) filter (where is_after_check_sound) as sound, count(*) as drawn,
              bool_and(after_checked_by <> decided_by) as others, (select sum(size) from after_check_draw) as size
         from case_file where is_after_check and after_checked_at is not null`,
      [],
    );
    expect(row).toMatchObject({ others: true, size: row?.['drawn'] });
    expect(Number(row?.['drawn'])).toBeGreaterThan(8);
    expect(Number(row?.['sound'])).toBeGreaterThan(Number(row?.['drawn']) / 2);
  });

  test('projects go through their stages with meetings on the way', async () => {
    const [row] = await app.query(
      `select count(*) filter (where state = 'completed') as completed,
              (select count(*) from coordination_meeting where state = 'settled') as settled from project`,
      [],
    );
    expect(Number(row?.['completed'])).toBeGreaterThan(0);
    expect(Number(row?.['settled'])).toBeGreaterThan(WHOLE);
  });

  test('the ledger verifies', async () => {
    expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
  });
});
