/*
 * Searching the catalogue by citizens' words and importing it: `npm run bench -- items`. The rows are those of the public
 * catalogues in ../shared, repeated with other codes up to ITEMS (5,000); the search is timed as the view answers it, with
 * the page it reads, against `name like` over the same rows on the same connection.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { importItems } from '#catalogue/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { readConfig } from '#lib/config.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { seedOrganisations } from '#organisations/index.ts';
import { dataDirectory, removeDirectory } from '../e2e/program.ts';
import { openApp } from '../src/main.ts';
import { median, printTable } from './table.ts';

const ITEMS = Number(process.env['ITEMS'] ?? 5_000);
const ROUNDS = 40;
const source = sharedFile('data/service-items/guangdong-2021.jsonl.gz');
if (source === undefined) throw new Error('NOT RUN: ../shared/data/service-items is not there');
const packed = readFileSync(source);
const lines = gunzipSync(packed)
  .toString()
  .split('\n')
  .filter((line) => line !== '');
const named = lines.map((line) => (JSON.parse(line) as { readonly taskName?: string }).taskName ?? '');

/** What people type: everyday words, whole names, pieces, and names with a character wrong. */
const ASKED = [
  '办执照',
  '开饭店',
  '迁户口',
  '社保',
  '公积金',
  '身份证',
  '砍树',
  '残疾证',
  '低保怎么申请',
  '我想开个公司',
  '食品经营许克',
  '施工许可',
  '结婚',
  '核潜艇',
  '变更登记',
  '注销',
  '林木采伐',
  '道路运输',
  '教师资格',
  '养老',
  ...named.filter((_, n) => n % 120 === 7),
];

const directory = dataDirectory();
const app = await openApp(readConfig({ ...process.env, YICHUANG_DATA: directory }));
const since = (began: number): number => performance.now() - began;
const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)]!;
const shown = (ms: number): string => `${ms.toFixed(2)} ms`;

/** A third catalogue out of the first: other codes, so that every row is an item of its own. */
function more(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, n) => {
    const { taskCode: _code, ...row } = JSON.parse(lines[n % lines.length]!) as Record<string, unknown>;
    return JSON.stringify({ ...row, 地方实施编码: `COPY-${n}`, 实施编码: '', 行政区划代码: '440000' });
  });
  return new TextEncoder().encode(rows.join('\n'));
}

const { read } = app.modules.flatMap(({ views }) => views).find(({ name }) => name === 'catalogue.items')!;
const ask = (q: string): Promise<unknown> =>
  read({
    query: { q, limit: '20' },
    by: SYSTEM,
    app,
    db: app.db,
    now: app.now(),
    scopes: app.scopes(),
  } as never);

async function searched(): Promise<{ readonly ours: readonly number[]; readonly like: readonly number[] }> {
  const scan = (q: string): Promise<unknown> =>
    app.query('select * from item where name like $1 order by id desc limit 20', [`%${q}%`]);
  for (const q of ASKED.slice(0, 10)) await Promise.all([ask(q), scan(q)]);
  const [ours, like]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const q of ASKED) {
      let began = performance.now();
      await ask(q);
      ours.push(since(began));
      began = performance.now();
      await scan(q);
      like.push(since(began));
    }
  return { ours, like };
}

try {
  await seedOrganisations(app);
  let began = performance.now();
  const first = await importItems(app, { name: 'guangdong-2021.jsonl.gz', bytes: packed });
  const imported = since(began);
  began = performance.now();
  await importItems(app, { name: 'guangdong-2021.jsonl.gz', bytes: packed });
  const again = since(began);
  await importItems(app, { name: 'more.jsonl', bytes: more(ITEMS - first.imported) });
  const [{ n } = { n: 0 }] = await app.query('select count(*)::integer as n from item', []);
  began = performance.now();
  await ask('办执照');
  const firstAsked = since(began);
  const { ours, like } = await searched();
  printTable(
    `import of ${first.imported} items (${first.broken.length} broken)`,
    ['', 'time', 'wanted'],
    [
      ['first', `${(imported / 1000).toFixed(2)} s`, '≤ 3 s'],
      ['again, unchanged', `${(again / 1000).toFixed(2)} s`, '–'],
    ],
  );
  printTable(
    `search over ${String(n)} items, ${ASKED.length} questions × ${ROUNDS}`,
    ['', 'median', 'p95', 'wanted'],
    [
      ['by words', shown(median(ours)), shown(percentile(ours, 0.95)), 'p95 ≤ 10 ms'],
      ['name like', shown(median(like)), shown(percentile(like, 0.95)), '–'],
      ['the first after all were written', shown(firstAsked), '', '–'],
      [
        'ratio',
        `${(median(ours) / median(like)).toFixed(2)} ×`,
        `${(percentile(ours, 0.95) / percentile(like, 0.95)).toFixed(2)} ×`,
        '–',
      ],
    ],
  );
} finally {
  await app.close();
  removeDirectory(directory);
}
