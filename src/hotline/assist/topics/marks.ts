/** How well predictions agree with the true topics. All between 0 and 1. */
export interface Marks {
  readonly rows: number;
  readonly accuracy: number;
  /** Mean of the topics' F1, each topic counting alike however many letters it has. */
  readonly macroF1: number;
  /** Share of rows whose true topic is among the first two. */
  readonly top2: number;
  readonly perLabel: Readonly<Record<string, LabelMarks>>;
}
export interface LabelMarks {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly rows: number;
}

/** A row's true label, and all labels as ranked, the likeliest first. */
export interface Judged {
  readonly label: string;
  readonly ranked: readonly string[];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function marksOf(label: string, judged: readonly Judged[]): LabelMarks {
  const rows = judged.filter((each) => each.label === label).length;
  const said = judged.filter(({ ranked }) => ranked[0] === label);
  const right = said.filter((each) => each.label === label).length;
  return {
    precision: share(right, said.length),
    recall: share(right, rows),
    f1: share(2 * right, rows + said.length),
    rows,
  };
}

/** Marks over the labels that occur in the rows; one that was only ever suggested costs the others their precision. */
export function mark(judged: readonly Judged[]): Marks {
  const labels = [...new Set(judged.map(({ label }) => label))].sort();
  const perLabel = Object.fromEntries(labels.map((label) => [label, marksOf(label, judged)]));
  const among = (first: number): number =>
    share(judged.filter(({ label, ranked }) => ranked.slice(0, first).includes(label)).length, judged.length);
  const f1 = Object.values(perLabel).reduce((sum, each) => sum + each.f1, 0);
  return {
    rows: judged.length,
    accuracy: among(1),
    macroF1: share(f1, labels.length),
    top2: among(2),
    perLabel,
  };
}
