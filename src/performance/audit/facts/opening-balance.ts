import { quote, tight } from '../text/fold.ts';
import { timeOf } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import type { Fact } from './fact.ts';
import { isInSentenceOf } from './of-part.ts';
import { conceptIn } from './owner.ts';

/** 年末结转163.33万元，比年初的96.52万元增长: what the year began with. */
export function openingBalance(
  statement: Statement,
  before: Statement | undefined,
): readonly Fact[] | undefined {
  if (statement.role !== 'level' || !isInSentenceOf(before, statement) || conceptIn(before) !== 'surplus')
    return undefined;
  if (!/^[比较与同](?:年初|上年末|去年末)(?:数|的|结转|结余|和)*$/.test(tight(statement.subject)))
    return undefined;
  const place = { line: statement.line, place: placeIn(statement), text: quote(statement.text) };
  const { figure } = statement;
  return [
    { name: '年初结转', concept: 'carriedIn', aspect: 'actual', figure, place, source: 'text', whole: true },
  ];
}

/** Its own heading, unless the one above it says of what year all this is. */
export const placeIn = ({ topic, section }: Statement): string =>
  (timeOf(section) === undefined && topic) || section || '正文';
