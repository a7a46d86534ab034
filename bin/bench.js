// `npm run bench -- NAME…`: runs benchmarks one after another; without a name, says which there are.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, run } from './stages.js';

const all = readdirSync(resolve(root, 'bench'))
  .filter((name) => name.endsWith('.ts') && !['table.ts', 'cpu.ts', 'connection.ts'].includes(name))
  .map((name) => name.slice(0, -3));
const names = process.argv.slice(2);
if (names.length === 0) process.stdout.write(`npm run bench -- ${all.join(' | ')}\n`);
for (const name of names) {
  if (!all.includes(name)) throw new Error(`no benchmark ${name}: ${all.join(', ')}`);
  process.exitCode ||= await run('node', [`bench/${name}.ts`]);
}
