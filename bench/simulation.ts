/* The whole simulated year, with the full ledger: `npm run bench -- simulation`, or SCALE=100 for a million orders. */
import { join } from 'node:path';
import { dataDirectory, removeDirectory, yichuang } from '../e2e/program.ts';
import { printTable } from './table.ts';

const scale = process.env['SCALE'] ?? '1';
const directory = dataDirectory();

async function timed(
  ...args: readonly string[]
): Promise<{ readonly seconds: number; readonly stdout: string }> {
  const since = performance.now();
  const { code, stdout, stderr } = await yichuang(directory, ...args);
  if (code !== 0) throw new Error(`${join('yichuang', args[0] ?? '')} ended with ${code}:\n${stderr}`);
  return { seconds: (performance.now() - since) / 1000, stdout: stdout.toString('utf8') };
}

try {
  // The reference: the same start without a year.
  const empty = await timed('measures', '--year', '2020', '--json');
  const made = await timed('simulate', '--year', '2020', '--scale', scale, '--json');
  const { acts } = JSON.parse(made.stdout) as { readonly acts: number };
  const checked = await timed('verify', '--json');
  const counted = await timed('measures', '--year', '2020', '--json');
  const { entries } = JSON.parse(checked.stdout) as { readonly entries: number };
  printTable(
    `模拟年度，${scale} 倍，${acts} 次操作，账本 ${entries} 条`,
    ['', '秒', '每秒操作'],
    [
      ['参照：装入演示数据并统计，没有模拟年度', empty.seconds.toFixed(1), ''],
      ['生成一年并核对合计', made.seconds.toFixed(1), (acts / made.seconds).toFixed(0)],
      ['核验账本', checked.seconds.toFixed(1), (entries / checked.seconds).toFixed(0)],
      ['统计全部指标', counted.seconds.toFixed(1), ''],
    ],
  );
} finally {
  removeDirectory(directory);
}
