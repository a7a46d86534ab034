import type { Evaluation, Figure, Finding, Forecast, FormRow, ScoreRow, SelfScore } from './model.ts';

/** Everything that is known about one row of the sheet. */
export interface RowView {
  readonly score: ScoreRow;
  readonly form: FormRow | undefined;
  readonly self: SelfScore | undefined;
  readonly forecast: Forecast | undefined;
  readonly findings: readonly Finding[];
}
export function rowAt({ assessment, form, sheet }: Evaluation, path: string): RowView | undefined {
  const score = assessment.score.rows.find((each) => each.path === path);
  return (
    score && {
      score,
      form: form.rows.find((each) => each.path === path),
      self: sheet[path],
      forecast: assessment.forecast.find((each) => each.path === path),
      findings: assessment.findings.filter((each) => each.touches === path && each.verdict !== 'consistent'),
    }
  );
}

export interface UsedFigure {
  readonly key: string;
  readonly name: string;
  /** Null when nobody has entered it. */
  readonly figure: Figure | null;
}
/** The figures a row stands on, and those it lacks. */
export function figuresOf({ assessment, figures, form }: Evaluation, path: string): readonly UsedFigure[] {
  const row = form.rows.find((each) => each.path === path);
  const used = [
    ...(row?.figures ?? []),
    ...assessment.findings.filter((each) => each.touches === path).flatMap((each) => each.figures ?? []),
  ];
  const lacking = assessment.missing.find((each) => each.path === path)?.figures ?? [];
  const names = new Map(lacking.map(({ key, name }) => [key, name]));
  return [...new Set([...used, ...names.keys()])].map((key) => ({
    key,
    name: figures[key]?.title ?? names.get(key) ?? key,
    figure: figures[key] ?? null,
  }));
}

/** `1,125.76 万元`; blank, zero and not applicable are three different things. */
export function shown(figure: Pick<Figure, 'state' | 'value' | 'unit'> | null): string {
  if (!figure || figure.state === 'blank') return '空白';
  if (figure.state === 'not-applicable') return '不适用';
  if (figure.unit === '是否') return figure.state === 'zero' ? '否' : '是';
  return figure.unit === '%' ? `${figure.value}%` : `${figure.value} ${figure.unit}`;
}
export const bases = { measure: '系统统计', imported: '导入', typed: '填报' } as const;
