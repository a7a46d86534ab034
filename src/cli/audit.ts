import { dismissChildren } from '#documents/index.ts';
import { say } from '#lib/log.ts';
import { auditFiles, describeAudit, hasContradiction, type AuditedFiles } from '#performance/index.ts';
import { EXIT, print, printJson, type Command } from './command.ts';
import { readNamedFile } from './read-file.ts';

/** One file: its audit; several: each with its name, and what they say of each other. */
const asJson = ({ files, together }: AuditedFiles): unknown =>
  files.length === 1
    ? files[0]!.audit
    : { documents: files.map(({ name, audit: found }) => ({ file: name, ...found })), findings: together };

export const audit: Command = {
  name: 'audit',
  usage: 'FILE… [--json]',
  about: '核查一份或几份报告（docx、xlsx、html、txt、pdf）。退出码：0 无矛盾，1 有矛盾，2 无法读取',
  options: { json: { type: 'boolean' } },
  takes: [1, 100],
  run: async ({ values, positionals }) => {
    try {
      const audited = await auditFiles(await Promise.all(positionals.map(readNamedFile)));
      if (values['json']) await printJson(asJson(audited));
      else await print(describeAudit(audited));
      const isFound = hasContradiction(audited);
      if (!values['json']) say(isFound ? '发现矛盾，详见上文。' : '没有发现矛盾。');
      return isFound ? EXIT.found : EXIT.done;
    } finally {
      dismissChildren();
    }
  },
};
