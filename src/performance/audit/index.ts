/** 审计: reads a department's report, recomputes what it can, and names what does not fit. Pure: text in, findings out. */
export type {
  Audit,
  AuditedDocument,
  DocumentKind,
  Finding,
  FindingKind,
  Place,
  RowStatus,
  ScoreBlock,
  ScoreRow,
  Severity,
  Verdict,
} from './audit.ts';
export { auditDocument } from './audit-document.ts';
export { auditTogether } from './audit-together.ts';
export { describeFinding } from './describe.ts';
