/* From the command to the first page served, on a warm install: `npm run bench -- start`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dataDirectory, removeDirectory, startProgram } from '../e2e/program.ts';
import { median, printTable } from './table.ts';

const REPEATS = 5;

/** The reference: Node itself starting, and Fastify answering one request. */
async function bareStart(): Promise<number> {
  const since = performance.now();
  const code =
    "const server = (await import('fastify')).default(); server.get('/', () => 'ok'); console.log(await server.listen({ host: '127.0.0.1', port: 0 }))";
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  await (await fetch(text.toString('utf8').trim())).text();
  const took = performance.now() - since;
  child.kill();
  await once(child, 'exit');
  return took;
}

async function fullStart(directory: string): Promise<number> {
  const since = performance.now();
  const program = await startProgram(directory);
  await (await fetch(program.url)).text();
  const took = performance.now() - since;
  await program.stop();
  return took;
}

const directory = dataDirectory();
const first = await fullStart(directory);
const bare: number[] = [];
const warm: number[] = [];
for (let repeat = 0; repeat < REPEATS; repeat++) {
  bare.push(await bareStart());
  warm.push(await fullStart(directory));
}
removeDirectory(directory);
const ratio = (times: readonly number[]): string =>
  median(times.map((time, repeat) => time / bare[repeat]!)).toFixed(1);
printTable(
  `启动到首页送达，毫秒，${REPEATS} 次中位数`,
  ['', '毫秒', '÷ 参照'],
  [
    ['参照：Node + Fastify 一页', median(bare).toFixed(0), '1.0'],
    ['一窗，数据已在', median(warm).toFixed(0), ratio(warm)],
    ['一窗，首次（建库、装入演示数据）', first.toFixed(0), (first / median(bare)).toFixed(1)],
  ],
);
