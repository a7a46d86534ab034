// Runs named steps one after another and prints how long each took; the first that fails ends the run.
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '..');
const env = {
  ...process.env,
  PATH: `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
};

/** Seconds with one decimal. */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs a command with the project's own tools first in the path. Resolves with its exit code. */
export const run = (command, args, more = {}) =>
  new Promise((give, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } });
    child.on('error', fail);
    child.on('exit', (code, signal) => give(signal ? 1 : (code ?? 1)));
  });

/** The same, but what it says comes out in one piece at its end: for commands that run beside each other. */
export const runQuietly = (command, args) =>
  new Promise((give, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.stdout.write(Buffer.concat(said));
      give(signal ? 1 : (code ?? 1));
    });
  });

/** Runs named steps two at a time, all of them whatever fails; resolves with the exit code of one that failed, or 0. */
export async function together(steps) {
  const waiting = [...steps];
  let failed = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, step] = next;
      const since = performance.now();
      const code = await step();
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title}  ${seconds(since)}\n`);
      failed ||= code;
    }
  };
  await Promise.all([lane(), lane()]);
  return failed;
}

/** `steps`: [title, () => Promise<exit code>]. Prints a table of times at the end, also after a failure. */
export async function stages(steps) {
  const times = [];
  let failed = 0;
  const begun = performance.now();
  for (const [title, step] of steps) {
    process.stdout.write(`\n── ${title}\n`);
    const since = performance.now();
    const code = await step();
    times.push(`${code === 0 ? '✓' : '✗'} ${title}  ${seconds(since)}`);
    if (code !== 0) {
      failed = code;
      break;
    }
  }
  process.stdout.write(`\n${times.join('\n')}\n共 ${seconds(begun)}\n`);
  return failed;
}
