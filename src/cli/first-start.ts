import { seedCalendar } from '#calendar/index.ts';
import { seedThemes } from '#cases/index.ts';
import { seedCatalogue } from '#catalogue/index.ts';
import { seedTopics } from '#hotline/index.ts';
import { headOf } from '#ledger/index.ts';
import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { seedOrganisations } from '#organisations/index.ts';
import {
  demoPassword,
  inviteFirstAdministrator,
  seedDemoAccounts,
  seedDemoTraining,
  type DemoAccount,
  type Invited,
} from '#people/index.ts';
import { bindMeasures, seedEvaluation2020 } from '#performance/index.ts';
import {
  caseFigures,
  evaluationFigures,
  simulateCases,
  simulateCasesToday,
  simulatedYears,
  simulateHotline,
  simulateToday,
  unfinishedYears,
} from '#simulation/index.ts';
import type { Running } from '../main.ts';

/** Whether nothing was ever written: the first start of this tenant. Refuses when the ledger's counter is gone. */
export async function isUntouched(app: Running): Promise<boolean> {
  return (await headOf(app.query)) === 0;
}

/** What every tenant stands on: regions, offices and the calendar. */
export async function seedFoundation(app: Running): Promise<void> {
  await stage('区划与机构', () => seedOrganisations(app));
  await stage('节假日', () => seedCalendar(app));
  await stage('诉求主题', () => seedTopics(app));
}

const YEAR = 2020;
const WISH = { year: YEAR, scale: 1, seed: YEAR, scenario: 'plain' } as const;
const TITLE = `${YEAR} 年度热线工单（模拟数据）`;
const CASES_TITLE = `${YEAR} 年度办件（模拟数据，部门、镇村件数为假定）`;
const SIMULATE = { hotline: simulateHotline, cases: simulateCases } as const;

const isThere = async (app: Running, statement: string, values: readonly unknown[] = []): Promise<boolean> =>
  (await app.query(statement, values)).length > 0;

/** What cannot be made whole must not keep the program from starting; it says so at every start. */
async function saying<T>(work: () => Promise<T>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const { message, next } = refusalText(fault);
    say(`${message}；${next}`);
  }
}

/** Years that were begun here, or by the command, and interrupted: each goes on where it was left. */
async function finishYears(app: Running): Promise<void> {
  for (const { year, module, scenario, scale, seed } of await unfinishedYears(app)) {
    if (scenario === 'desk') continue;
    await saying(() =>
      stage(`${year} 年度模拟数据，从上次中断处接着生成`, (report) =>
        SIMULATE[module](app, { year, scenario, scale, seed, report }),
      ),
    );
  }
}

/** Whether the year of cases was made here in full, and the evaluation, still a draft, has the published number instead. */
const wantsBinding = (app: Running, evaluation: string): Promise<boolean> =>
  isThere(
    app,
    `select 1 from simulated_year y, evaluation e
      where y.module = 'cases' and y.year = ${YEAR} and y.state = 'complete' and y.scenario = 'plain' and y.scale = 1
        and e.id = $1 and e.state = 'draft' and e.figures -> 'cases.window' ->> 'basis' is distinct from 'measure'`,
    [evaluation],
  );

/** Whether the year was made here and what belongs to it besides is missing: nobody has worked since. */
const wantsRest = (app: Running): Promise<boolean> =>
  isThere(
    app,
    `select 1 from simulated_year y
      where module = 'hotline' and year = ${YEAR} and state = 'complete' and scenario = 'plain' and scale = 1
        and seed = ${WISH.seed}
        and not exists (select from simulated_year o where o.id <> y.id and o.module = 'hotline' and o.state = 'complete')
        and (exists (select from simulated_year o where o.scenario = 'desk' and o.module = 'hotline')
             or not exists (select from work_order w where w.registered_at >= y.began_at))`,
  );

/**
 * The hotline's year 2020, its figures in the evaluation counted from it, and what lies on the desks today. A tenant that
 * worked in it is left alone; what an earlier start was interrupted in is finished.
 */
async function simulateOrders(app: Running, evaluation: string): Promise<void> {
  const isUsed = await isThere(
    app,
    `(select 1 from simulated_year where module = 'hotline' limit 1) union all (select 1 from work_order limit 1)`,
  );
  if (!isUsed) await saying(() => stage(TITLE, (report) => simulateHotline(app, { ...WISH, report })));
  if (!(await wantsRest(app))) return;
  await stage('自评数据改由工单统计', () => bindMeasures(app, evaluation, evaluationFigures));
  await saying(() => stage('在办工单（模拟数据）', () => simulateToday(app)));
}

/** Whether the year of cases was made here and nobody has taken one in since; or what was begun of today's is not whole. */
const wantsDesk = (app: Running): Promise<boolean> =>
  isThere(
    app,
    `select 1 from simulated_year y
      where module = 'cases' and year = ${YEAR} and state = 'complete' and scenario = 'plain' and scale = 1
        and not exists (select from simulated_year o
                         where o.id <> y.id and o.module = 'cases' and (o.scenario <> 'desk' or o.state = 'complete'))
        and (exists (select from simulated_year o where o.scenario = 'desk' and o.module = 'cases')
             or not exists (select from case_file f where f.received_at >= y.began_at))`,
  );

/** The cases of 2020, and their figures in the evaluation; not where anybody has taken one in. */
async function simulateCounters(app: Running, evaluation: string): Promise<void> {
  const isUsed = await isThere(
    app,
    `(select 1 from simulated_year where module = 'cases' limit 1) union all (select 1 from case_file limit 1)`,
  );
  if (!isUsed) await saying(() => stage(CASES_TITLE, (report) => simulateCases(app, { ...WISH, report })));
  if (await wantsBinding(app, evaluation))
    await stage('自评数据改由办件统计', () => bindMeasures(app, evaluation, caseFigures));
  if (await wantsDesk(app)) await saying(() => stage('在办办件（模拟数据）', () => simulateCasesToday(app)));
}

/** The simulated year 2020, of the hotline and of the counters. */
async function simulateYear(app: Running, evaluation: string): Promise<void> {
  await finishYears(app);
  await simulateOrders(app, evaluation);
  if (app.config.simulates === 'yes') await simulateCounters(app, evaluation);
}

/** Demo accounts, the evaluation of 2020 from its published figures, and the simulated year behind them. */
export async function seedDemo(
  app: Running,
  { withYear = true }: { readonly withYear?: boolean } = {},
): Promise<readonly DemoAccount[]> {
  await seedFoundation(app);
  // The catalogue brings the firms that an account works for.
  await stage('事项、授权、印章和窗口（演示）', () => seedCatalogue(app));
  const accounts = await stage('演示账号', () => seedDemoAccounts(app, demoPassword(app.config)));
  const { id } = await stage('2020 年度绩效自评（公开数据）', () => seedEvaluation2020(app));
  await stage('一件事和岗位培训（演示）', async () => {
    await seedThemes(app);
    await seedDemoTraining(app, 'cases.clerk');
  });
  if (withYear && app.config.simulates !== 'no') await simulateYear(app, id);
  return accounts;
}

/** Whether nobody can sign in yet: a tenant that has only what every tenant stands on. */
export async function isForNobody(app: Running): Promise<boolean> {
  return (await app.query('select 1 from account limit 1', [])).length === 0;
}

async function isDemo(app: Running): Promise<boolean> {
  const [found] = await app.query('select 1 as found from account where is_demo limit 1', []);
  return found !== undefined;
}

function printAccounts(app: Running, accounts: readonly DemoAccount[]): void {
  const width = Math.max(...accounts.map(({ account }) => account.length));
  say(`\n演示账号（密码均为 ${demoPassword(app.config)}）`);
  for (const { account, holds } of accounts) {
    const roles = holds.map(({ title, scopeName }) => `${title}${scopeName ? `（${scopeName}）` : ''}`);
    say(`  ${account.padEnd(width)}　${roles.join('、')}`);
  }
}

/** A year that is still not whole: its figures are not what they should be. */
async function warnOfHalfYear(app: Running): Promise<void> {
  const half = (await simulatedYears(app)).filter(({ state }) => state === 'running');
  for (const { year } of half)
    say(
      `注意：${year} 年度的模拟数据没有生成完，数字不全；再执行一次 yichuang simulate 会接着生成，仍不成的请换一个租户（YICHUANG_TENANT）`,
    );
}

/**
 * Before serving: an untouched tenant gets the demonstration, or with `--empty` only what every tenant stands on and a
 * one-time link for its first administrator, which is returned. A tenant that began empty never gets demo data.
 */
export async function firstStart(
  app: Running,
  { isEmpty }: { readonly isEmpty: boolean },
): Promise<Invited | null> {
  if (isEmpty || !((await isUntouched(app)) || (await isDemo(app)))) {
    await seedFoundation(app);
    return inviteFirstAdministrator(app);
  }
  printAccounts(app, await seedDemo(app));
  await warnOfHalfYear(app);
  return null;
}
