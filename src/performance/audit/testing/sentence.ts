import { auditDocument } from '../audit-document.ts';
import type { FindingKind, Verdict } from '../audit.ts';
import { fromText } from './extract.ts';

/** Kinds of the findings of one verdict in a report of these sentences. */
export const said = (text: string, verdict: Verdict): readonly FindingKind[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`))
    .findings.filter((each) => each.verdict === verdict)
    .map(({ kind }) => kind);

export const accused = (text: string): readonly FindingKind[] => said(text, 'contradiction');
