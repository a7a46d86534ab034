import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';

const root = resolve(import.meta.dirname, '..');
export const PASSWORD = 'journey-Password-2020';

export interface Program {
  readonly url: string;
  readonly directory: string;
  readonly child: ChildProcess;
  /** All it has said so far. */
  readonly said: () => string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** A data directory that the database's own user may enter. */
export function dataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yichuang-e2e-'));
  chmodSync(directory, 0o755);
  return directory;
}

const environment = (directory: string): NodeJS.ProcessEnv => ({
  ...process.env,
  YICHUANG_DATA: directory,
  PORT: '0',
  YICHUANG_DEMO_PASSWORD: PASSWORD,
  // A journey that wants the simulated year asks for it; no other waits half a minute for it.
  YICHUANG_SIMULATE: process.env['YICHUANG_SIMULATE'] ?? 'no',
});

/** Starts the program as a newcomer does, and waits for the address it prints. */
export async function startProgram(
  directory: string,
  args: readonly string[] = [],
  more: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const child = spawn(process.execPath, [join(root, 'bin/yichuang.js'), 'serve', ...args], {
    env: { ...environment(directory), ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const url = await new Promise<string>((give, fail) => {
    const look = (): void => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) give(found[0]);
    };
    child.stderr.on('data', look);
    child.once('exit', (code) => fail(new Error(`the program ended with ${code}:\n${text}`)));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { url, directory, child, said: () => text, stop };
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}
/** Runs a command of the command line to its end. */
export async function yichuang(directory: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'bin/yichuang.js'), ...args], {
    env: environment(directory),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (part: Buffer) => stdout.push(part));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.concat(stdout), stderr };
}

export const removeDirectory = (directory: string): void =>
  rmSync(directory, { recursive: true, force: true });
