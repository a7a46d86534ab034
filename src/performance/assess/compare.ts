import { canonical } from '#lib/action/engine/canonical.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { shownFigure } from '../evaluation/figure.ts';
import { assess, type Form } from './assess.ts';
import type { EvaluationFinding } from './finding.ts';

/** One thing that differs between two versions; null where it was or is not there. */
export interface ContentChange {
  readonly key: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface Compared {
  readonly figures: readonly ContentChange[];
  readonly goals: readonly ContentChange[];
  readonly scores: readonly ContentChange[];
  readonly score: { readonly before: string; readonly after: string };
  /** By the finding's id, which is the same for the same question in every version. */
  readonly findings: {
    readonly gone: readonly EvaluationFinding[];
    readonly new: readonly EvaluationFinding[];
    readonly kept: readonly EvaluationFinding[];
  };
}
type Keyed<T> = Readonly<Record<string, T>>;
interface Words<T> {
  readonly title: (each: T, key: string) => string;
  readonly say: (each: T) => string;
}

function changes<T>(before: Keyed<T>, after: Keyed<T>, words: Words<T>): readonly ContentChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => {
    const [a, b] = [before[key], after[key]];
    if (canonical(a) === canonical(b)) return [];
    return [
      {
        key,
        title: words.title((b ?? a)!, key),
        before: a === undefined ? null : words.say(a),
        after: b === undefined ? null : words.say(b),
      },
    ];
  });
}

const isOpen = (each: EvaluationFinding): boolean => each.category !== '相符';

/** What changed from one version of an evaluation to another, and which questions are gone, new or still open. */
export function compareContents(
  before: Content,
  after: Content,
  forms: { before: Form; after: Form },
): Compared {
  const [was, is] = [assess(before, forms.before), assess(after, forms.after)];
  const [old, now] = [was.findings.filter(isOpen), is.findings.filter(isOpen)];
  const ids = (all: readonly EvaluationFinding[]): ReadonlySet<string> => new Set(all.map((each) => each.id));
  const [oldIds, nowIds] = [ids(old), ids(now)];
  return {
    figures: changes(before.figures, after.figures, { title: (each) => each.title, say: shownFigure }),
    goals: changes(before.goals, after.goals, {
      title: (each) => each.name,
      say: (each) => `目标${each.target}，完成${each.actual}`,
    }),
    scores: changes(before.sheet, after.sheet, {
      title: (_, path) => path,
      say: (each) => `${each.points ?? '未评'}${each.reason ? `（${each.reason}）` : ''}`,
    }),
    score: { before: was.score.recomputed, after: is.score.recomputed },
    findings: {
      gone: old.filter((each) => !nowIds.has(each.id)),
      new: now.filter((each) => !oldIds.has(each.id)),
      kept: now.filter((each) => oldIds.has(each.id)),
    },
  };
}
