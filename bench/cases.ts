/*
 * Lists and entries of cases with many of them there: `npm run bench -- cases`. ROWS=1000000 SECONDS_EACH=5 are the
 * defaults. Rows are made in bulk past the engine in a data directory that is thrown away; what is timed goes over HTTP.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { openDatabase, withClient } from '#lib/db/index.ts';
import { dataDirectory, removeDirectory, startProgram } from '../e2e/program.ts';
import { fill } from './cases/filled.ts';
import { Connection, rateOf } from './connection.ts';
import { offerItem } from './cases/item.ts';
import { median, printTable } from './table.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const SECONDS = Number(process.env['SECONDS_EACH'] ?? 5);
const ASKED = 40;
const STEP = 250_000;

const directory = dataDirectory();
const env = { ...process.env, YICHUANG_DATA: directory };
const database = await openDatabase(readConfig(env));
const program = await startProgram(directory, ['--empty']);
const url = program.url.replace(/\/$/, '');
const asOwner = <T>(work: Parameters<typeof withClient<T>>[2]): Promise<T> =>
  withClient(database, { as: 'owner' }, async (client) => {
    await client.query(`set search_path to ${database.tenant}`);
    return work(client);
  });
const token = (role: string, scope: string): string =>
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../bin/yichuang.js'), 'token', '--role', role, '--scope', scope],
    { env, encoding: 'utf8' },
  ).trim();

/** The JSON of an answer; the head is not wanted. */
const bodyOf = (
  answer: string,
): { readonly items: readonly { readonly id: string }[]; readonly next: string | null } =>
  JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as never;

async function timed(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let n = 0; n < ASKED; n++) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return median(times);
}

const rows: string[][] = [];
let rate = 0;
try {
  const places = await asOwner(async (client) => {
    for (let from = 1; from <= ROWS; from += STEP) {
      await fill(client, { from, to: Math.min(ROWS, from + STEP - 1) });
      process.stderr.write(`\r${Math.min(ROWS, from + STEP - 1).toLocaleString('en')} `);
    }
    await client.query('vacuum analyze case_file');
    const { rows: found } = await client.query<{
      readonly village: string;
      readonly town: string;
      readonly unit: string;
    }>(
      `select (select number from region where kind in ('village', 'community') order by number limit 1) as village,
              (select number from region where kind in ('town', 'subdistrict') order by number limit 1) as town,
              (select id from organisation where kind = 'department' order by number limit 1) as unit`,
    );
    return found[0]!;
  });
  // Half way down: the page after a row from the middle of the table's time.
  const middle = await asOwner(async (client) => {
    const { rows: found } = await client.query<{ readonly id: string }>(
      'select id from case_file where number = $1',
      [`L${Math.ceil(ROWS / 2)}`],
    );
    return found[0]!.id;
  });
  const scopes: readonly (readonly [string, string, string])[] = [
    ['全区窗口', 'cases.clerk', '430611'],
    ['一个乡镇', 'cases.clerk', places.town],
    ['一个村', 'cases.clerk', places.village],
    ['一个部门', 'cases.decider', places.unit],
  ];
  for (const [name, role, scope] of scopes) {
    const connection = new Connection(url, token(role, scope));
    const bare = await asOwner((client) => {
      const [column, value] = role === 'cases.clerk' ? ['place', scope] : ['department', scope];
      return timed(() =>
        client.query(`select * from case_file where ${column} = $1 order by id desc limit 21`, [value]),
      );
    });
    for (const [what, query] of [
      ['第一页', ''],
      ['已受理', '&state=accepted'],
      ['超期未决定', '&overdue=true'],
    ] as const) {
      const first = await timed(() => connection.get(`/api/cases?limit=20${query}`));
      const deep = await timed(() => connection.get(`/api/cases?limit=20&after=${middle}${query}`));
      const { items } = bodyOf(await connection.get(`/api/cases?limit=20&after=${middle}${query}`));
      rows.push([name, what, first.toFixed(1), deep.toFixed(1), String(items.length), bare.toFixed(1)]);
      process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
    }
    connection.end();
  }

  await offerItem(url, token('catalogue.editor', '430611'), token('catalogue.publisher', '430611'));
  let made = 0;
  const apply = async (connection: Connection): Promise<void> => {
    const n = made++;
    const body = JSON.stringify({
      item: 'QS-01',
      place: '430611',
      applicant: { name: '甲某', phone: `1990${String(n).padStart(7, '0')}` },
      papers: ['申请书'],
    });
    await connection.post('/api/cases', body, { expected: 201, key: `bench-${process.pid}-${n}` });
  };
  const clerk = token('cases.clerk', '430611');
  await rateOf(url, apply, { connections: 16, seconds: 2, token: clerk });
  rate = await rateOf(url, apply, { connections: 16, seconds: SECONDS, token: clerk });
  await asOwner(async (client) => {
    const { rows: counted } = await client.query<{ readonly all: string; readonly numbers: string }>(
      `select count(*) as all, count(distinct number) as numbers from case_file where item_code = 'QS-01' and number not like 'L%'`,
    );
    const { all, numbers } = counted[0]!;
    if (all !== numbers || Number(all) !== made)
      throw new Error(`${made} asked, ${all} made, ${numbers} numbers`);
  });
} finally {
  await program.stop();
  await database.close();
  removeDirectory(directory);
}
printTable(
  `办件列表20条，已有 ${ROWS.toLocaleString('en')} 件；毫秒，${ASKED} 次中位数，经 HTTP`,
  ['范围', '', '第一页', '中间一页', '条数', '参照：直接查询一页'],
  rows,
);
printTable(`登记收件，16 个连接，${SECONDS} 秒`, ['每秒', '重号'], [[rate.toFixed(0), '0']]);
