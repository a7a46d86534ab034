#!/usr/bin/env node
// Plain JavaScript: an older Node must be able to read this file to be told, or to hand over to the pinned one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const pinned = resolve(here, '../node_modules/.bin/node');
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  module.enableCompileCache?.(resolve(here, '../node_modules/.cache/compile'));
  await import('../src/cli.ts');
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Whoever stops this process means the program: without this it would live on, and its database with it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : (code ?? 70);
  });
} else {
  process.stderr.write(
    `需要 Node.js 24 或更新版本，当前为 ${process.versions.node}。请在项目目录运行 npm ci（不要加 --omit=optional）。\n`,
  );
  process.exitCode = 70;
}
