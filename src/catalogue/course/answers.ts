import type { Condition, Situation } from '../elements/course-kinds.ts';
import type { Elements } from '../elements/elements.ts';

/** What the applicant chose: choice by question, both in their words. */
export type Answers = Readonly<Record<string, string>>;

/** Of conditions together. `open`: they hang on a question that was not answered yet. */
export type Verdict = 'holds' | 'fails' | 'open';

/** An answer; or what is known of a question without one: still to come, or never to be asked. */
type Answered = { readonly choice: string } | 'open' | 'never';

function verdictOf(when: readonly Condition[] | undefined, answered: ReadonlyMap<string, Answered>): Verdict {
  const each = (when ?? []).map(({ question, oneOf }): Verdict => {
    const found = answered.get(question);
    // A condition on no question of this item says nothing; the checks tell the editor, the applicant brings too much.
    if (found === undefined) return 'holds';
    if (found === 'open') return 'open';
    return found !== 'never' && oneOf.includes(found.choice) ? 'holds' : 'fails';
  });
  return each.find((verdict) => verdict === 'fails') ?? each.find((verdict) => verdict === 'open') ?? 'holds';
}

interface Interview {
  /** The questions to ask so far, in order: a later one may hang on an earlier answer. */
  readonly asked: readonly Situation[];
  /** Those of `asked` without an answer; none when all that will be asked is answered. */
  readonly open: readonly Situation[];
  /** The answers that count: one of the choices, of a question that is asked. */
  readonly answers: Answers;
  readonly verdict: (when: readonly Condition[] | undefined) => Verdict;
}

const choiceIn = ({ question, choices }: Situation, told: Answers): string | undefined => {
  const choice = Object.hasOwn(told, question) ? told[question] : undefined;
  return choice !== undefined && choices.includes(choice) ? choice : undefined;
};

/** Goes through the questions of an item as far as the answers lead; whatever else was said is left out. */
export function interview({ situations = [] }: Elements, told: Answers): Interview {
  const answered = new Map<string, Answered>();
  const asked: Situation[] = [];
  for (const situation of situations) {
    const { question } = situation;
    const verdict = verdictOf(situation.when, answered);
    if (verdict === 'holds') asked.push(situation);
    const choice = verdict === 'holds' ? choiceIn(situation, told) : undefined;
    answered.set(question, choice !== undefined ? { choice } : verdict === 'fails' ? 'never' : 'open');
  }
  const choices = [...answered].flatMap(([question, found]) =>
    typeof found === 'object' ? [[question, found.choice] as const] : [],
  );
  return {
    asked,
    open: asked.filter(({ question }) => answered.get(question) === 'open'),
    answers: Object.fromEntries(choices),
    verdict: (when) => verdictOf(when, answered),
  };
}
