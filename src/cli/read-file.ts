import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({
  'cli.no-file': { status: 404, message: '{name}：{reason}', next: '请核对文件路径后再试' },
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取权限',
};

/** A file named on the command line. Refuses `cli.no-file` (exit 2) when it cannot be opened. */
export async function readNamedFile(
  path: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse('cli.no-file', { name: path, reason: REASONS[error.code ?? ''] ?? '无法打开' }),
  );
  return { name: basename(path), bytes };
}
