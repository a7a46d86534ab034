import { bundlePapers, type BundlePapers } from '#cases/index.ts';
import type { Answers } from '#catalogue/index.ts';
import type { Chance } from '../../chance.ts';
import type { Theme } from './themes.ts';

/** What a theme asks of one applicant who has answered all its questions. */
export interface AskedBundle extends BundlePapers {
  readonly answers: Answers;
  /** Names of the papers to bring. */
  readonly names: readonly string[];
}

/** Every question gets one of its choices; then the papers of the whole are known. */
export function askedOf(theme: Theme, by: Chance): AskedBundle {
  const editions = new Map([...theme.offered].map(([code, each]) => [code, { ...each, number: code }]));
  let answers: Answers = {};
  for (;;) {
    const plan = bundlePapers(theme, editions, answers);
    const open = plan.questions.find(({ answer }) => answer === null);
    if (!open) {
      const names = plan.papers.filter(({ state }) => state === 'missing').map(({ name }) => name);
      return { ...plan, answers, names };
    }
    answers = { ...answers, [open.question]: by.pick(open.choices) };
  }
}
