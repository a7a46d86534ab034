/* Sealing, folding, verifying and counting against a plain reading of the same rows: `node bench/ledger.ts`. ENTRIES=1000000 for the full size. */
import { readFileSync } from 'node:fs';
import { sha256 } from '#lib/action/engine/canonical.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { day } from '#lib/time.ts';
import { testApp } from '#lib/testing/app.ts';
import { testServer } from '#lib/testing/database.ts';
import { countMeasure, foldAll, ledger, sealAll, verifyApp } from '#ledger/index.ts';
import { countRecords } from '#ledger/records.ts';
import { lendings, library } from '#ledger/testing/library.ts';
import { writeEntries } from './ledger/entries.ts';
import { printTable } from './table.ts';

const ENTRIES = Number(process.env['ENTRIES'] ?? 200_000);
const server = await testServer();
const app = await testApp([ledger, library]);

/** CPU time of all server processes of this database, in milliseconds; Linux counts it in hundredths of a second. */
async function serverCpu(): Promise<number> {
  const pids = await app.query('select pid from pg_stat_activity where datname = current_database()', []);
  const ticks = pids.map(({ pid }) => {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * 10;
}

interface Cost {
  readonly name: string;
  readonly wall: number;
  readonly node: number;
  readonly postgres: number;
}
async function costOf(name: string, work: () => Promise<unknown>): Promise<Cost> {
  const [cpu, server, begun] = [process.cpuUsage(), await serverCpu(), performance.now()];
  await work();
  const wall = performance.now() - begun;
  const used = process.cpuUsage(cpu);
  return { name, wall, node: (used.user + used.system) / 1000, postgres: (await serverCpu()) - server };
}

/** Every entry read in order and hashed, nothing else: what no verification can be cheaper than by much. */
const plainly = (): Promise<void> =>
  inTransaction(app.db, async (query: Query) => {
    for (let last = '0'; ;) {
      const rows = await query('select * from ledger_entry where seq > $1 order by seq limit 4000', [last]);
      if (rows.length === 0) return;
      for (const row of rows) sha256(JSON.stringify(row));
      last = rows.at(-1)!['seq'] as string;
    }
  });

try {
  process.stderr.write(`writing ${ENTRIES} entries …\n`);
  await writeEntries(app.query, ENTRIES);
  const [size] = await app.query(
    'select avg(octet_length(changes::text) + octet_length(details::text))::int as n from ledger_entry where seq <= 1000',
    [],
  );
  const reference = await costOf('select * and SHA-256 of every row', plainly);
  const costs = [
    reference,
    await costOf('seal everything', () => sealAll(app)),
    await costOf('fold everything, 3 measures', () => foldAll(app)),
    await costOf('verify everything', async () => {
      const { ok, firstBad } = await verifyApp(app);
      if (!ok) throw new Error(JSON.stringify(firstBad));
    }),
    await costOf('select and SHA-256 again', plainly),
  ];
  const each = (ms: number): string => ((ms * 1000) / ENTRIES).toFixed(1);
  printTable(
    `${ENTRIES} entries of ${String(size!['n'])} bytes of JSON; µs per entry`,
    ['', '× reference', 'wall', 'CPU Node', 'CPU PostgreSQL', 'CPU together'],
    costs.map(({ name, wall, node, postgres }) => [
      name,
      (wall / reference.wall).toFixed(2),
      each(wall),
      each(node),
      each(postgres),
      each(node + postgres),
    ]),
  );
  const year = { from: day('2020-01-01'), to: day('2020-12-31') };
  const ways = [
    await costOf('count the rows', async () =>
      countRecords(app.query, { plus: [lendings], minus: [] }, year),
    ),
    await costOf('rollup + tail of 0', () => countMeasure(app, lendings, year)),
    await costOf('rollup + tail of 0, again', () => countMeasure(app, lendings, year)),
  ];
  await app.query(`update ledger_mark set seq = seq - 3000 where reader like 'rollup:%'`, []);
  ways.push(await costOf('rollup + tail of 3000', () => countMeasure(app, lendings, year)));
  printTable(
    'A year counted',
    ['', '× counting rows', 'ms'],
    ways.map(({ name, wall }) => [name, (wall / ways[0]!.wall).toFixed(2), wall.toFixed(1)]),
  );
} finally {
  await app.close();
  await server.leave();
}
