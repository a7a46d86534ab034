import type { Action } from '../action.ts';
import type { Noun, Row } from '../noun.ts';
import type { ScopeTree } from '../person.ts';
import { openActions, publicRow } from './answer.ts';
import { planOf } from './plan.ts';
import type { Request } from './request.ts';

export interface Answering {
  readonly scopes: () => ScopeTree;
  readonly actionsOf: (nounName: string) => readonly Action[];
}
/** An answer as it is sent, and as it is kept under its key: without what is null, which of a wide row is most. */
export interface AnswerText {
  readonly sent: string;
  readonly kept: string;
}
export const NO_ANSWER: AnswerText = { sent: '', kept: '' };

/** The row as the person may read it, with what is open to him now. Written by hand, once for both: no object is made. */
export function answerText(
  noun: Noun,
  row: Row,
  asked: Pick<Request, 'by' | 'now'>,
  { scopes, actionsOf }: Answering,
): AnswerText {
  const shown = publicRow(noun, row);
  let [sent, kept] = ['{', '{'];
  for (const { name, key } of planOf(noun).written) {
    const value = shown[name];
    if (value === null) sent += `${key}null,`;
    else {
      const part = `${key}${JSON.stringify(value)},`;
      sent += part;
      kept += part;
    }
  }
  const open = openActions(actionsOf(noun.name), row, { ...asked, scopes: scopes() });
  const actions = `"actions":${JSON.stringify(open.map((action) => action.name))}}`;
  return { sent: sent + actions, kept: kept + actions };
}

type Answered = Readonly<Record<string, unknown>>;
/** What was kept of an answer as the whole object it was, its fields in their order. */
export const answeredBefore = (noun: Noun, kept: string): Answered => ({
  ...planOf(noun).shown,
  ...(JSON.parse(kept) as Answered),
});
