export interface CalendarDay {
  readonly on: string;
  /** 0 Sunday … 6 Saturday, or 7 for Sunday. */
  readonly weekday: number;
  readonly isWorked: boolean;
  readonly name: string | null;
  readonly notice: { readonly number: string; readonly title: string } | null;
  readonly id: string | null;
}
export interface Month {
  readonly title: string;
  /** Weeks from Monday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}
const WEEK = 7;

/** A year's days as months of weeks that begin on Monday. */
export function months(days: readonly CalendarDay[]): readonly Month[] {
  return [...Map.groupBy(days, (day) => day.on.slice(5, 7))].map(([month, all]) => {
    const before = (all[0]!.weekday + WEEK - 1) % WEEK;
    const cells = [...Array.from({ length: before }, () => null), ...all];
    const padded = [...cells, ...Array.from({ length: (WEEK - (cells.length % WEEK)) % WEEK }, () => null)];
    const weeks = Array.from({ length: padded.length / WEEK }, (_each, n) =>
      padded.slice(n * WEEK, (n + 1) * WEEK),
    );
    return { title: `${Number(month)} 月`, weeks };
  });
}
