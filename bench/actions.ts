/* An action over HTTP against the same transaction in bare Fastify + pg: `npm run bench -- actions`. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { migrate, openDatabase } from '#lib/db/index.ts';
import { ledgerTables as ledger } from '#lib/testing/world.ts';
import { loadFor } from './action/load.ts';
import { benchModule } from './action/world.ts';
import { median, printTable } from './table.ts';

const KINDS = ['plain', 'engine', 'bare'] as const;
const REPEATS = Number(process.env['REPEATS'] ?? 5);
const SECONDS = Number(process.env['SECONDS_EACH'] ?? 4);
const CONNECTIONS = Number(process.env['CONNECTIONS'] ?? 16);

const directory = mkdtempSync(join(tmpdir(), 'yichuang-bench-'));
const env = { ...process.env, YICHUANG_DATA: directory };
const database = await openDatabase(readConfig(env));
await migrate(
  database,
  [ledger, benchModule].map(({ name, migrations }) => ({ module: name, directory: migrations! })),
);

async function startServer(kind: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
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

const servers = new Map(
  await Promise.all(KINDS.map(async (kind) => [kind, await startServer(kind)] as const)),
);
const results = new Map(KINDS.map((kind) => [kind, [] as number[]]));
try {
  for (const kind of KINDS) await loadFor(servers.get(kind)!.url, { connections: CONNECTIONS, seconds: 1 });
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const kind of KINDS)
      results
        .get(kind)!
        .push(await loadFor(servers.get(kind)!.url, { connections: CONNECTIONS, seconds: SECONDS }));
  }
} finally {
  for (const { child } of servers.values()) child.kill('SIGTERM');
  await database.close();
  rmSync(directory, { recursive: true, force: true });
}
const ratioTo = (kind: (typeof KINDS)[number], reference: (typeof KINDS)[number]): string =>
  median(results.get(kind)!.map((rate, repeat) => rate / results.get(reference)![repeat]!)).toFixed(2);
printTable(
  `行动（登记→派单→答复→办结+评价），${CONNECTIONS} 个连接，${REPEATS} 轮 × ${SECONDS} 秒，中位数`,
  ['', '每秒完成的全程', '÷ plain', '÷ bare'],
  KINDS.map((kind) => [
    kind,
    median(results.get(kind)!).toFixed(0),
    ratioTo(kind, 'plain'),
    ratioTo(kind, 'bare'),
  ]),
);
