import type { Row } from '#desk/api/program.ts';
import type { Finding, Score } from '#desk/evaluation/model.ts';

/** A line of `GET /api/received-reports`: the heaviest first, among equals the most urgent. */
export interface Received extends Row {
  readonly organisationName: string;
  readonly year: number;
  readonly title: string;
  readonly fileName: string;
  readonly majorFindings: number;
  readonly claimed: string | null;
  readonly recomputed: string | null;
  readonly receivedAt: string;
  readonly dueOn: string;
  /** Working days; negative when over; null when closed. */
  readonly daysLeft: number | null;
}
export interface KeyedFinding extends Finding {
  readonly key: string;
}
interface RowSaid {
  readonly claimed: string;
  readonly recomputed: string | null;
  readonly status: string;
}
export interface Changes {
  readonly rows: readonly {
    readonly path: string;
    readonly before: RowSaid | null;
    readonly after: RowSaid | null;
  }[];
  readonly gone: readonly KeyedFinding[];
  readonly new: readonly KeyedFinding[];
  readonly kept: readonly KeyedFinding[];
}
export interface Letter extends Row {
  readonly text: string;
  readonly sentAt: string;
  readonly dueOn: string;
  readonly dueBecause: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly verdict: string | null;
}
export interface ReceivedDetail extends Received {
  readonly audit: { readonly score: Score | null };
  readonly earlier: readonly { readonly fileName: string; readonly receivedAt: string }[];
  readonly findings: readonly KeyedFinding[];
  readonly changes: Changes | null;
  readonly letters: readonly Letter[];
  readonly opinion: string | null;
  readonly rescored: { readonly total: string; readonly grade: string | null } | null;
  readonly budgetNote: string | null;
}

/** `还有 3 个工作日`, `今天到期`, `已过期 2 个工作日`. */
export function daysLeftSaid(days: number | null): string {
  if (days === null) return '已办结';
  if (days === 0) return '今天到期';
  return days > 0 ? `还有 ${days} 个工作日` : `已过期 ${-days} 个工作日`;
}

/** What became of one file of a dropped folder. */
export interface TakenFile {
  readonly fileName: string;
  readonly id: string | null;
  readonly number: string | null;
  readonly majorFindings: number | null;
  /** Why it was not taken; null when it was. */
  readonly why: string | null;
}
