import { uuidv7 } from '#lib/ids.ts';
import type { Suite } from '#lib/suite.ts';
import { dayOf, millis, type Instant } from '#lib/time.ts';
import type { Row } from '../noun.ts';
import { answerText, NO_ANSWER, type Answering, type AnswerText } from './answer-text.ts';
import { isPlain } from './decide.ts';
import { entryOf, type Entry } from './entry.ts';
import { planOf } from './plan.ts';
import type { Change, Decision } from './request.ts';

/** A key of one personal value, wrapped; `owner` is the row, so that retention can destroy all keys of a person. */
export interface PersonalKey {
  readonly id: string;
  readonly owner: string;
  readonly wrapped: string;
}
/** Everything about one action that the batch statement needs. */
export interface Prepared {
  readonly decision: Decision;
  readonly entry: Entry;
  readonly personalKeys: readonly PersonalKey[];
  readonly answer: AnswerText;
}
export interface Preparing extends Answering {
  readonly suite: Suite;
  /** Draws the next public number of a series. */
  readonly numbers: (series: string) => Promise<string>;
}

async function numbered(
  changes: readonly Change[],
  now: string,
  numbers: Preparing['numbers'],
): Promise<readonly Change[]> {
  const result: Change[] = [];
  for (const change of changes) {
    const { series } = change.noun;
    if (change.before || change.after.number !== '') {
      result.push(change);
      continue;
    }
    const number = series ? await numbers(`${series}${dayOf(now as never).slice(0, 4)}`) : change.after.id;
    result.push({ ...change, after: { ...change.after, number } });
  }
  return result;
}

interface Sealing {
  readonly suite: Suite;
  readonly now: Instant;
}
function sealed(change: Change, { suite, now }: Sealing, keys: PersonalKey[]): Change {
  const given = change.after as unknown as Readonly<Record<string, unknown>>;
  const plain = planOf(change.noun).personal.filter(({ name }) => isPlain(given[name]));
  if (plain.length === 0) return change;
  const after = { ...given };
  for (const { name, mask } of plain) {
    const { personal, wrapped } = suite.seal((given[name] as { readonly plain: string }).plain, mask);
    const key = { id: uuidv7(millis(now)), owner: change.after.id, wrapped };
    keys.push(key);
    after[name] = { ...personal, key: key.id };
  }
  return { ...change, after: after as unknown as Row };
}

/** Draws numbers, seals personal values, makes the entry and the answer's text: all that is left is to write. */
export async function prepare(decided: Decision, preparing: Preparing): Promise<Prepared> {
  const { request } = decided;
  const personalKeys: PersonalKey[] = [];
  const withNumbers = await numbered(decided.changes, request.now, preparing.numbers);
  const changes = withNumbers.map((change) =>
    sealed(change, { suite: preparing.suite, now: request.now }, personalKeys),
  );
  const decision = { ...decided, changes };
  const isSilent = request.isSilent === true && request.key === null;
  return {
    decision,
    entry: entryOf(decision),
    personalKeys,
    answer: isSilent ? NO_ANSWER : answerText(changes[0]!.noun, changes[0]!.after, request, preparing),
  };
}
