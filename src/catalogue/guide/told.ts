import type { Answers } from '../course/answers.ts';
import type { Elements } from '../elements/elements.ts';

/** The field of a question in a form or an address: its place among the item's questions, from 1. */
export const fieldOf = (elements: Elements, question: string): string =>
  `q${(elements.situations ?? []).findIndex((each) => each.question === question) + 1}`;

/** The answers in a query; a field that is no question's, and a choice it does not have, is left out. */
export function toldIn(elements: Elements, query: Readonly<Record<string, unknown>>): Answers {
  const told = (elements.situations ?? []).flatMap(({ question, choices }) => {
    const choice = query[fieldOf(elements, question)];
    return typeof choice === 'string' && choices.includes(choice) ? [[question, choice] as const] : [];
  });
  return Object.fromEntries(told);
}
