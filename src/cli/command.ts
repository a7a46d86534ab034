import { writeFile } from 'node:fs/promises';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '#lib/config.ts';
import { say } from '#lib/log.ts';

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command was called with. */
export interface Called {
  readonly config: Config;
  readonly values: Values;
  readonly positionals: readonly string[];
}
/** A command of the command line; `run` returns the exit code (contracts.md). */
export interface Command {
  readonly name: string;
  /** After the name: `FILE… [--json]`. */
  readonly usage: string;
  readonly about: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many positionals it takes. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (called: Called) => Promise<number>;
}

/** The call was wrong: exit 64 with this sentence and the usage. */
export class UsageFault extends Error {}

export const EXIT = { done: 0, found: 1, unreadable: 2, usage: 64, internal: 70 } as const;

/** Machines read stdout: one JSON value and a line end. Resolves when it is out. */
export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, null, 2)}\n`);

/** Waits until the text is handed to the system: a process that exits early would cut it off in a pipe. */
export const print = (text: string | Uint8Array): Promise<void> =>
  new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));

/** Writes what was made to `--out`, or to stdout. A place that cannot be written to is the caller's mistake, said in a line. */
export async function deliver(made: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) return print(made);
  await writeFile(out, made).catch((fault: NodeJS.ErrnoException) => {
    throw new UsageFault(`无法写入 ${out}（${fault.code ?? fault.message}）：请检查目录是否存在、是否可写`);
  });
  say(`已写入 ${out}`);
}

/** A year between 1949 and 2999. */
export function readYear(value: unknown): number {
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : Number.NaN;
  if (!(year >= 1949 && year < 3000)) throw new UsageFault('请用 --year 给出年度，如 --year 2020');
  return year;
}
