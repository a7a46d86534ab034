import { seedCalendar } from '#calendar/index.ts';
import { seedTopics } from '#hotline/index.ts';
import { headOf } from '#ledger/index.ts';
import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import { seedOrganisations } from '#organisations/index.ts';
import {
  demoPassword,
  inviteFirstAdministrator,
  seedDemoAccounts,
  type DemoAccount,
  type Invited,
} from '#people/index.ts';
import { seedEvaluation2020 } from '#performance/index.ts';
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

/** Demo accounts and the evaluation of 2020 from its published figures. */
export async function seedDemo(app: Running): Promise<readonly DemoAccount[]> {
  await seedFoundation(app);
  const accounts = await stage('演示账号', () => seedDemoAccounts(app, demoPassword(app.config)));
  await stage('2020 年度绩效自评（公开数据）', () => seedEvaluation2020(app));
  return accounts;
}

async function isDemo(app: Running): Promise<boolean> {
  const [found] = await app.query('select 1 as found from account where is_demo limit 1', []);
  return found !== undefined;
}

function printAccounts(app: Running, accounts: readonly DemoAccount[]): void {
  const width = Math.max(...accounts.map(({ account }) => account.length));
  say(`\n演示账号（密码均为 ${demoPassword(app.config)}）`);
  for (const { account, title, scopeName } of accounts)
    say(`  ${account.padEnd(width)}　${title}${scopeName ? `（${scopeName}）` : ''}`);
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
  return null;
}
