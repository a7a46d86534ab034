/*
 * The life of a work order over HTTP, with everything on, against the same steps in bare Fastify + pg and in pgbench:
 * `npm run bench:lifecycle`. ORDERS=1000,100000,1000000 CONNECTIONS=1,8,16 SECONDS_EACH=3 REPEATS=3 are the defaults.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { openDatabase, withClient } from '#lib/db/index.ts';
import { dataDirectory, removeDirectory, startProgram } from '../e2e/program.ts';
import { rateOf, type Connection } from './connection.ts';
import { cpuSeconds, parentOf } from './cpu.ts';
import { load } from './lifecycle/loaded.ts';
import { letter } from './lifecycle/letter.ts';
import { median, printTable } from './table.ts';

const numbers = (name: string, usual: string): readonly number[] =>
  (process.env[name] ?? usual).split(',').map(Number);
const ORDERS = numbers('ORDERS', '1000,100000,1000000');
const CONNECTIONS = numbers('CONNECTIONS', '1,8,16');
const [SECONDS, REPEATS] = [Number(process.env['SECONDS_EACH'] ?? 3), Number(process.env['REPEATS'] ?? 3)];
const PGBENCH = ['pgbench', '/usr/lib/postgresql/15/bin/pgbench', '/usr/lib/postgresql/17/bin/pgbench'];
const here = import.meta.dirname;

const directory = dataDirectory();
const env = { ...process.env, YICHUANG_DATA: directory };
const database = await openDatabase(readConfig(env));
const program = await startProgram(directory, ['--empty']);
const token = execFileSync(
  process.execPath,
  [
    join(here, '../bin/yichuang.js'),
    'token',
    ...['agent', 'dispatcher', 'handler'].flatMap((role) => ['--role', `hotline.${role}`]),
    '--scope',
    'all',
  ],
  { env, encoding: 'utf8' },
).trim();

await withClient(database, { as: 'owner' }, async (client) => {
  await client.query('create schema bench_reference');
  await client.query(
    `set search_path to bench_reference; ${readFileSync(join(here, 'lifecycle/reference.sql'), 'utf8')}`,
  );
});

interface Reference {
  readonly child: ChildProcess;
  readonly url: string;
}
async function startReference(kind: 'history' | 'bare'): Promise<Reference> {
  const child = spawn(process.execPath, [join(here, 'lifecycle/reference.ts'), database.ownerUrl, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((give, fail) => {
    child.stdout.once('data', (text: Buffer) => give(text.toString('utf8').trim()));
    child.once('exit', (code) => fail(new Error(`the reference ended with ${code}`)));
  });
  return { child, url };
}

const [unit] = await withClient(database, { as: 'owner' }, async (client) => {
  const { rows } = await client.query<{ id: string }>(
    "select id from organisation where kind = 'department' order by number limit 1",
  );
  return rows.map(({ id }) => id);
});
const places = await withClient(database, { as: 'owner' }, async (client) => {
  const { rows } = await client.query<{ number: string }>('select number from region order by number');
  return rows.map(({ number }) => number);
});
/**
 * Somebody else with something else each time: whose order is the same as one closed this month has come back (重复来电),
 * which is a fifth act on nearly every life, and no year looks like that.
 */
const register = (): string =>
  JSON.stringify({
    channel: 'phone',
    type: 'help',
    topic: '城乡建设/城市建设和市政管理/园林绿化环卫',
    place: places[keys % places.length],
    title: `${letter(keys).slice(0, 8)} ${keys}`,
    text: letter(keys),
    caller: { name: '甲某', phone: `1990${String(keys).padStart(7, '0')}` },
  });
const dispatch = JSON.stringify({ handler: unit });
const reply = (): string =>
  JSON.stringify({
    text: '已联系来电人，路灯线路于昨日修复，现已恢复照明。'.repeat(3),
    contacted: { at: new Date().toISOString(), how: '电话', withCaller: true },
  });
const ID = /"id":"([0-9a-f-]{36})"/;
/** The last order of each server: the details are asked for it. */
const last = new Map<string, string>();
let keys = 0;
const keyed = (expected: number) => ({ expected, key: `bench-${process.pid}-${keys++}` });

async function lifecycle(connection: Connection): Promise<void> {
  const id = ID.exec(await connection.post('/api/work-orders', register(), keyed(201)))![1]!;
  last.set(connection.base, id);
  const at = `/api/work-orders/${id}`;
  await connection.post(`${at}/dispatch`, dispatch, keyed(200));
  await connection.post(`${at}/reply`, reply(), keyed(200));
  await connection.post(`${at}/close`, '{}', keyed(200));
}
const samePage = async (connection: Connection): Promise<void> =>
  void (await connection.get('/api/work-orders?limit=20'));
const sameDetail = async (connection: Connection): Promise<void> =>
  void (await connection.get(`/api/work-orders/${last.get(connection.base)!}`));

/** So many pages of each server, as one leafs through them: where each begins, and the orders on them. */
const PAGES = 40;
const leafed = new Map<string, { readonly pages: readonly string[]; readonly orders: readonly string[] }>();
async function leafThrough(base: string): Promise<void> {
  const [pages, orders] = [[] as string[], [] as string[]];
  for (let page = '/api/work-orders?limit=20'; pages.length < PAGES;) {
    pages.push(page);
    const answer = await fetch(new URL(page, base), { headers: { authorization: `Bearer ${token}` } });
    const { items, next } = (await answer.json()) as {
      items: readonly { id: string }[];
      next?: string | null;
    };
    orders.push(...items.map(({ id }) => id));
    if (typeof next !== 'string') break;
    page = `/api/work-orders?limit=20&after=${encodeURIComponent(next)}`;
  }
  leafed.set(base, { pages, orders });
}
let asked = 0;
const anyPage = async (connection: Connection): Promise<void> => {
  const { pages } = leafed.get(connection.base)!;
  await connection.get(pages[asked++ % pages.length]!);
};
const anyDetail = async (connection: Connection): Promise<void> => {
  const { orders } = leafed.get(connection.base)!;
  await connection.get(`/api/work-orders/${orders[asked++ % orders.length]!}`);
};

/** Lifecycles a second of pgbench, one statement a step; null where it is not installed. */
function pgbench(connections: number): number | null {
  for (const command of PGBENCH) {
    try {
      const said = execFileSync(
        command,
        [
          '-n',
          '-M',
          'prepared',
          '-f',
          join(here, 'lifecycle/pgbench.sql'),
          '-c',
          String(connections),
          '-T',
          String(SECONDS),
          database.ownerUrl,
        ],
        {
          encoding: 'utf8',
          env: { ...env, PGOPTIONS: '-c search_path=bench_reference' },
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}

type Work = (connection: Connection) => Promise<void>;
interface Side {
  readonly rate: number;
  /** Milliseconds of processor each time it is done: of the server, and of PostgreSQL. */
  readonly server: number;
  readonly database: number;
}
interface Measured {
  readonly ours: Side;
  readonly history: Side;
  readonly bare: Side;
}
const postmaster = await withClient(database, { as: 'owner' }, async (client) => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(rows[0]!.pid);
});
const references = { history: await startReference('history'), bare: await startReference('bare') };

async function sideOf(
  { url, child }: Reference,
  work: Work,
  options: { readonly connections: number; readonly seconds: number; readonly token: string },
): Promise<Side> {
  const before = { server: cpuSeconds(child.pid!), database: cpuSeconds(postmaster) };
  const rate = await rateOf(url, work, options);
  const per = (now: number, then: number): number => ((now - then) * 1000) / (rate * options.seconds);
  return {
    rate,
    server: per(cpuSeconds(child.pid!), before.server),
    database: per(cpuSeconds(postmaster), before.database),
  };
}
const own: Reference = { url: program.url.replace(/\/$/, ''), child: program.child };

async function measure(work: Work, connections: number, seconds = SECONDS): Promise<Measured> {
  const options = { connections, seconds, token };
  const bare = await sideOf(references.bare, work, options);
  const ours = await sideOf(own, work, options);
  const history = await sideOf(references.history, work, options);
  return { ours, history, bare };
}
const cpu = (rounds: readonly Measured[], side: 'ours' | 'history'): string =>
  (['server', 'database'] as const)
    .map((part) => median(rounds.map((round) => round[side][part])).toFixed(2))
    .join(' + ');
const ratio = (rounds: readonly Measured[], to: 'history' | 'bare'): string =>
  median(rounds.map((round) => round.ours.rate / round[to].rate)).toFixed(2);

const rows: string[][] = [];

/** One line of the table: so many rounds of one kind of work at so many connections. */
async function line(name: string, work: Work, at: { readonly orders: number; readonly connections: number }) {
  const rounds: Measured[] = [];
  const asOne: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    rounds.push(await measure(work, at.connections));
    const one = name === '全程' ? pgbench(at.connections) : null;
    if (one !== null) asOne.push(rounds.at(-1)!.ours.rate / one);
  }
  rows.push([
    name,
    at.orders.toLocaleString('en'),
    String(at.connections),
    median(rounds.map(({ ours }) => ours.rate)).toFixed(0),
    ratio(rounds, 'history'),
    ratio(rounds, 'bare'),
    asOne.length > 0 ? median(asOne).toFixed(2) : '–',
    cpu(rounds, 'ours'),
    cpu(rounds, 'history'),
  ]);
  process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
}

try {
  await measure(lifecycle, 8, 3);
  let loaded = 0;
  for (const orders of ORDERS) {
    const range = { from: loaded + 1, to: orders };
    await withClient(database, { as: 'owner' }, (client) => load(client, database.tenant, range));
    loaded = orders;
    for (const connections of CONNECTIONS) await line('全程', lifecycle, { orders, connections });
    const most = { orders, connections: CONNECTIONS.at(-1)! };
    for (const { url } of [own, ...Object.values(references)]) await leafThrough(url);
    await line('列表20条，各看一页', anyPage, most);
    await line('列表20条，同看一页', samePage, most);
    await line('详情，各看一件', anyDetail, most);
    await line('详情，同看一件', sameDetail, most);
  }
} finally {
  for (const { child } of Object.values(references)) child.kill('SIGTERM');
  await program.stop();
  await database.close();
  removeDirectory(directory);
}
printTable(
  `工单全程（登记→派单→答复→办结），${REPEATS} 轮 × ${SECONDS} 秒，中位数；有权限、账本、期限、幂等键`,
  [
    '',
    '已有工单',
    '连接',
    '每秒',
    '÷ 裸服务（留一行经过）',
    '÷ 裸服务（什么也不留）',
    '÷ pgbench',
    'CPU 毫秒（服务 + PostgreSQL）',
    '裸服务 CPU',
  ],
  rows,
);
