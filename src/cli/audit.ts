import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dismissChildren } from '#documents/index.ts';
import { say } from '#lib/log.ts';
import { refuse } from '#lib/refusal.ts';
import { auditFiles, describeAudit, hasContradiction, type AuditedFile } from '#performance/index.ts';
import { EXIT, print, printJson, type Command } from './command.ts';

async function read(path: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    refuse('documents.no-file', {
      name: path,
      reason: error.code === 'ENOENT' ? '没有这个文件' : '无法打开',
    }),
  );
  return { name: basename(path), bytes };
}

/** One file: its audit; several: each with its name, and what they say of each other. */
const asJson = (files: readonly AuditedFile[], together: readonly unknown[]): unknown =>
  files.length === 1
    ? files[0]!.audit
    : { documents: files.map(({ name, audit }) => ({ file: name, ...audit })), findings: together };

export const audit: Command = {
  name: 'audit',
  usage: 'FILE… [--json]',
  about: '核查一份或几份报告（docx、xlsx、html、txt、pdf）。退出码：0 无矛盾，1 有矛盾，2 无法读取',
  options: { json: { type: 'boolean' } },
  takes: [1, 100],
  run: async ({ values, positionals }) => {
    try {
      const { files, together } = await auditFiles(await Promise.all(positionals.map(read)));
      if (values['json']) await printJson(asJson(files, together));
      else await print(describeAudit(files, together));
      const isFound = hasContradiction(files, together);
      if (!values['json']) say(isFound ? '发现矛盾，详见上文。' : '没有发现矛盾。');
      return isFound ? EXIT.found : EXIT.done;
    } finally {
      await dismissChildren();
    }
  },
};
