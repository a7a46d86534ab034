import { runInChild } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { describeFinding, type Finding } from './audit/index.ts';
import type { AuditedFile, AuditedFiles, UploadedFile } from './audit-job.ts';

const LARGEST = 20 * 1024 * 1024;

/** Reads and audits files in a child process. Refuses (`documents.*`) what cannot be read; never throws anything else. */
export function auditFiles(files: readonly UploadedFile[]): Promise<AuditedFiles> {
  for (const { name, bytes } of files)
    if (bytes.length > LARGEST) refuse('documents.too-large', { name, limit: '20 MB' });
  const job = { module: import.meta.resolve('./audit-job.ts'), export: 'auditFilesJob' };
  return runInChild<AuditedFiles>(job, { name: files.map(({ name }) => name).join('、'), files });
}

/** Whether any file contradicts itself or another: the exit code of the command line. */
export const hasContradiction = ({ files, together }: AuditedFiles): boolean =>
  [...files.flatMap(({ audit }) => audit.findings), ...together].some(
    ({ verdict }) => verdict === 'contradiction',
  );

const ORDER = ['contradiction', 'doubtful', 'rounding'] as const;

function scoreLines({ audit: { score } }: AuditedFile): readonly string[] {
  if (!score) return [];
  const { claimed, recomputed, range, grade, unsupported, judged } = score;
  const grades = grade.claimed
    ? `　等次：${grade.claimed} → ${grade.recomputed ?? '无法判定'}（${grade.scale}）`
    : '';
  return [
    `自评得分 ${claimed}，按所印规则 ${recomputed}（区间 ${range.low}–${range.high}）${grades}`,
    `无数据支撑 ${unsupported.rows} 行，自评 ${unsupported.points} 分（满分 ${unsupported.full} 分）；主观评定 ${judged.rows} 行，${judged.points} 分`,
    ...score.rows
      .filter(({ status }) => status === 'contradicts')
      .map((row) => `  不符　${row.name}　自评 ${row.claimed} → ${row.recomputed ?? ''}　${row.because}`),
  ];
}
const findingLines = (findings: readonly Finding[]): readonly string[] =>
  ORDER.flatMap((verdict) =>
    findings
      .filter((finding) => finding.verdict === verdict)
      .map((finding) => `  ${describeFinding(finding)}`),
  );

/** The result in words, for a terminal. */
export function describeAudit({ files, together }: AuditedFiles): string {
  const parts = files.flatMap((file) => {
    const { document, findings } = file.audit;
    const agreeing = findings.filter(({ verdict }) => verdict === 'consistent').length;
    return [
      `■ ${file.name}　${[document.title, document.unit, document.year ? `${document.year} 年` : ''].filter(Boolean).join('　')}`,
      ...scoreLines(file),
      ...findingLines(findings),
      `  另有 ${agreeing} 处核对相符`,
      ...file.unread.map((each) => `  未能读取：${each}`),
      '',
    ];
  });
  return [...parts, ...(together.length > 0 ? ['■ 文件之间', ...findingLines(together)] : []), ''].join('\n');
}
