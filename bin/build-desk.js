// Builds the desk into dist/desk, only when what it is made of differs from what was built last.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root, run, seconds } from './stages.js';

const source = resolve(root, 'src/desk');
const built = resolve(root, 'dist/desk');
const mark = join(built, '.source');

/** Rules and words of the modules that the pages go by themselves. */
const SHARED = [
  'cases/bundle/words.ts',
  'cases/papers/kinds.ts',
  'cases/projects/words.ts',
  'cases/survey/words.ts',
  'cases/words.ts',
  'catalogue/codes/types.ts',
  'catalogue/compare/compare.ts',
  'catalogue/course/answers.ts',
  'catalogue/course/materials-for.ts',
  'catalogue/elements/course-text.ts',
  'catalogue/elements/elements.ts',
  'catalogue/elements/kinds.ts',
  'catalogue/words.ts',
  'documents/heic.ts',
  'hotline/order/words.ts',
];

/** The lock is part of it: another Element Plus gives another page. Tests and this machine's paths are not. */
function sourceDigest() {
  const hash = createHash('sha256').update(readFileSync(resolve(root, 'package-lock.json')));
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(source.length))
    .sort();
  for (const file of [...files, ...SHARED.map((each) => `../${each}`)])
    hash.update(`\0${file}\0`).update(readFileSync(join(source, file)));
  return hash.digest('hex');
}

/** Text files stand beside themselves packed, so that no request packs them: a first visit is a third of the bytes. */
function pack() {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, brotli));
  }
}

/** Resolves with an exit code. */
export async function buildDesk() {
  const since = performance.now();
  const digest = sourceDigest();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) {
    process.stdout.write(`工作台没有变化，不必重新构建　${seconds(since)}\n`);
    return 0;
  }
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    process.stderr.write('没有 Vite，不能构建工作台：请不加 --omit=dev 安装后运行 npm run build\n');
    return existsSync(join(built, 'index.html')) ? 0 : 1;
  }
  const code = await run('node', [
    vite,
    'build',
    '--logLevel',
    'warn',
    '--config',
    join(source, 'vite.config.ts'),
  ]);
  if (code === 0) {
    pack();
    writeFileSync(mark, digest);
  }
  process.stdout.write(`${code === 0 ? '工作台已构建' : '工作台构建失败'}　${seconds(since)}\n`);
  return code;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await buildDesk();
