// `npm test`: everything that must hold, cheapest first.
import { ensureChromium } from './chromium.js';
import { root, run, runQuietly, stages, together } from './stages.js';
import { resolve } from 'node:path';

const tsc = resolve(root, 'node_modules/@typescript/native/bin/tsc');
const only = process.argv.slice(2);

/** A check that finds nothing to check must not pass. */
async function dependencies() {
  return runQuietly('node', ['bin/check-dependencies.js']);
}

/** None needs another's result, and most keep one core busy: the longest first, two at a time. */
const checks = [
  ['格式', () => runQuietly('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['工作台类型', () => runQuietly('vue-tsc', ['-p', 'src/desk'])],
  ['类型', () => runQuietly('node', [tsc, '-p', '.'])],
  ['静态检查', () => runQuietly('oxlint', ['--type-aware', '--deny-warnings'])],
  ['模块依赖', dependencies],
  ['工作台构建', () => runQuietly('node', ['bin/build-desk.js'])],
  ['无用代码', () => runQuietly('knip', [])],
];

process.exitCode = await stages(
  only.length > 0
    ? [['测试', () => run('vitest', ['run', ...only])]]
    : [
        ['检查与构建', () => together(checks)],
        ['浏览器', ensureChromium],
        ['工作台测试', () => run('vitest', ['run', '--config', 'src/desk/vitest.config.ts'])],
        ['测试', () => run('vitest', ['run'])],
      ],
);
