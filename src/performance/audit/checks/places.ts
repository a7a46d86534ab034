import type { Place } from '../audit.ts';
import { quote } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

/** A place that still knows its statement; `onlyReadings` takes it off again. */
export interface StatedPlace extends Place {
  readonly statement?: Statement;
}

/** Where a statement stands. */
export const placeOfStatement = (statement: Statement): StatedPlace => ({
  line: statement.line,
  place: statement.section || '正文',
  text: quote(statement.text),
  statement,
});

/** The same for a finding that rests on a whole list and is weighed with no other reading. */
export const plainPlace = (statement: Statement): Place => {
  const { line, place, text } = placeOfStatement(statement);
  return { line, place, text };
};
