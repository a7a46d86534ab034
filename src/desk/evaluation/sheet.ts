import type { Evaluation, FormRow, ScoreRow, SelfScore } from './model.ts';

/** A line of the score sheet: the form's row, its score, and how many lines its second-level cell spans. */
export interface SheetLine {
  readonly form: FormRow | undefined;
  readonly score: ScoreRow;
  readonly self: SelfScore | undefined;
  readonly second: string;
  /** 0 where an earlier line's cell reaches over it. */
  readonly span: number;
}
export interface SheetGroup {
  readonly first: string;
  readonly weight: string;
  readonly claimed: string;
  readonly lines: readonly SheetLine[];
}

const level = (path: string, depth: number): string => path.split('/')[depth] ?? '';

/** Sum of decimals with at most two places, exactly: hundredths as whole numbers. */
export function sum(plain: readonly string[]): string {
  const hundredths = plain.reduce((total, each) => total + BigInt(Math.round(Number(each) * 100)), 0n);
  return String(Number(hundredths) / 100);
}

/** The sheet as the form has it: first level, second level, rows. */
export function sheetGroups({
  assessment,
  form,
  sheet,
}: Pick<Evaluation, 'assessment' | 'form' | 'sheet'>): readonly SheetGroup[] {
  const forms = new Map(form.rows.map((row) => [row.path, row]));
  return [...Map.groupBy(assessment.score.rows, (row) => level(row.path, 0))].map(([first, rows]) => ({
    first,
    weight: sum(rows.map((row) => row.full)),
    claimed: sum(rows.map((row) => row.claimed)),
    lines: rows.map((score, at) => {
      const second = level(score.path, 1);
      const isFirst = at === 0 || level(rows[at - 1]!.path, 1) !== second;
      const end = rows.findIndex((row, n) => n > at && level(row.path, 1) !== second);
      const span = isFirst ? (end === -1 ? rows.length : end) - at : 0;
      return { form: forms.get(score.path), score, self: sheet[score.path], second, span };
    }),
  }));
}

export type StatusFilter = ScoreRow['status'] | 'all';
export const countBy = (rows: readonly ScoreRow[], status: ScoreRow['status']): number =>
  rows.filter((row) => row.status === status).length;

/** The working as separate steps, as the server joined them. */
export const steps = (because: string): readonly string[] =>
  because.split('；').filter((step) => step !== '');

/** The sheet of a report by somebody else: its own rows, nothing of ours beside them. */
export const foreignSheet = (score: Evaluation['assessment']['score']): readonly SheetGroup[] =>
  sheetGroups({
    assessment: {
      score,
      findings: [],
      forecast: [],
      missing: [],
      demandReason: [],
      unscored: [],
      settings: [],
    },
    form: { name: '', source: '', groups: [], rows: [] },
    sheet: {},
  });
