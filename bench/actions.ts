/* An action over HTTP against the same transaction in bare Fastify + pg: `npm run bench -- actions`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { migrate, openDatabase, withClient } from '#lib/db/index.ts';
import { ledger } from '#ledger/index.ts';
import { loadFor } from './action/load.ts';
import { benchModule } from './action/world.ts';
import { cpuSeconds, parentOf } from './cpu.ts';
import { median, printTable } from './table.ts';

const KINDS = ['plain', 'engine', 'bare'] as const;
type Kind = (typeof KINDS)[number];
const REPEATS = Number(process.env['REPEATS'] ?? 5);
const SECONDS = Number(process.env['SECONDS_EACH'] ?? 4);
const CONNECTIONS = Number(process.env['CONNECTIONS'] ?? 16);

const directory = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
chmodSync(directory, 0o755);
const env = { ...process.env, YICHUANG_DATA: directory };
const database = await openDatabase(readConfig(env));
const sources = [ledger, benchModule].map(({ name, migrations }) => ({
  module: name,
  directory: migrations!,
}));
await migrate(database, sources);
const postmaster = await withClient(database, {}, async (client) => {
  const answer = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(answer.rows[0]!.pid);
});

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}
async function startServer(kind: Kind): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'action/server.ts'), kind], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((give, fail) => {
    child.stdout.once('data', (text: Buffer) => give(text.toString('utf8').trim()));
    child.once('exit', (code) => fail(new Error(`server ${kind} ended with ${code}`)));
  });
  return { child, url };
}

interface Round {
  readonly rate: number;
  /** CPU milliseconds per lifecycle: of the server, of PostgreSQL. */
  readonly serverMs: number;
  readonly databaseMs: number;
}
async function measureRound({ child, url }: Server, seconds: number): Promise<Round> {
  const before = { server: cpuSeconds(child.pid!), database: cpuSeconds(postmaster) };
  const rate = await loadFor(url, { connections: CONNECTIONS, seconds });
  const per = (now: number, then: number): number => ((now - then) * 1000) / (rate * seconds);
  return {
    rate,
    serverMs: per(cpuSeconds(child.pid!), before.server),
    databaseMs: per(cpuSeconds(postmaster), before.database),
  };
}

const results: Record<Kind, Round[]> = { plain: [], engine: [], bare: [] };
const servers = {} as Record<Kind, Server>;
try {
  for (const kind of KINDS) servers[kind] = await startServer(kind);
  for (const kind of KINDS) await measureRound(servers[kind], 3);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const kind of KINDS) results[kind].push(await measureRound(servers[kind], SECONDS));
  }
} finally {
  for (const { child } of Object.values(servers)) child.kill('SIGTERM');
  await database.close();
  rmSync(directory, { recursive: true, force: true });
}

const middle = (kind: Kind, pick: (round: Round) => number): number => median(results[kind].map(pick));
const ratioTo = (kind: Kind, reference: Kind): string =>
  median(results[kind].map(({ rate }, repeat) => rate / results[reference][repeat]!.rate)).toFixed(2);
printTable(
  `行动（登记→派单→答复→办结+评价），${CONNECTIONS} 个连接，${REPEATS} 轮 × ${SECONDS} 秒，中位数`,
  ['', '每秒完成的全程', '÷ plain', '÷ bare', '服务器 CPU 毫秒/全程', 'PostgreSQL CPU 毫秒/全程'],
  KINDS.map((kind) => [
    kind,
    middle(kind, ({ rate }) => rate).toFixed(0),
    ratioTo(kind, 'plain'),
    ratioTo(kind, 'bare'),
    middle(kind, ({ serverMs }) => serverMs).toFixed(2),
    middle(kind, ({ databaseMs }) => databaseMs).toFixed(2),
  ]),
);
