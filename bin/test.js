// `npm test`: everything that must hold, cheapest first.
import { ensureChromium } from './chromium.js';
import { root, run, stages } from './stages.js';
import { resolve } from 'node:path';

const tsc = resolve(root, 'node_modules/@typescript/native/bin/tsc');
const only = process.argv.slice(2);

/** A check that finds nothing to check must not pass. */
async function dependencies() {
  return run('node', ['bin/check-dependencies.js']);
}

process.exitCode = await stages(
  only.length > 0
    ? [['测试', () => run('vitest', ['run', ...only])]]
    : [
        ['类型', () => run('node', [tsc, '-p', '.'])],
        ['工作台类型', () => run('vue-tsc', ['-p', 'src/desk'])],
        ['格式', () => run('prettier', ['--check', '--log-level', 'warn', '.'])],
        ['静态检查', () => run('oxlint', ['--type-aware', '--deny-warnings'])],
        ['模块依赖', dependencies],
        ['无用代码', () => run('knip', [])],
        ['工作台构建', () => run('node', ['bin/build-desk.js'])],
        ['浏览器', ensureChromium],
        ['工作台测试', () => run('vitest', ['run', '--config', 'src/desk/vitest.config.ts'])],
        ['测试', () => run('vitest', ['run'])],
      ],
);
