import type { Audit, ScoreRow } from '../audit/audit.ts';
import { isOpen, keyedFindings, type KeyedFinding } from './finding-key.ts';

export interface RowChange {
  readonly path: string;
  readonly before: Pick<ScoreRow, 'claimed' | 'recomputed' | 'status'> | null;
  readonly after: Pick<ScoreRow, 'claimed' | 'recomputed' | 'status'> | null;
}
export interface ComparedAudits {
  readonly rows: readonly RowChange[];
  readonly gone: readonly KeyedFinding[];
  readonly new: readonly KeyedFinding[];
  readonly kept: readonly KeyedFinding[];
}
const said = (row: ScoreRow | undefined): RowChange['after'] =>
  row ? { claimed: row.claimed, recomputed: row.recomputed, status: row.status } : null;

/** From one file to the next: which scores changed, which questions are gone, which are new. */
export function compareAudits(before: Audit, after: Audit): ComparedAudits {
  const [was, is] = [before.score?.rows ?? [], after.score?.rows ?? []];
  const paths = [...new Set([...is, ...was].map((row) => row.path))];
  const rows = paths.flatMap((path): RowChange[] => {
    const [a, b] = [was, is].map((all) => said(all.find((row) => row.path === path)));
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path, before: a!, after: b! }];
  });
  const [old, now] = [before, after].map((audit) => keyedFindings(audit).filter(isOpen));
  const has = (all: readonly KeyedFinding[], key: string): boolean => all.some((each) => each.key === key);
  return {
    rows,
    gone: old!.filter((each) => !has(now!, each.key)),
    new: now!.filter((each) => !has(old!, each.key)),
    kept: now!.filter((each) => has(old!, each.key)),
  };
}
