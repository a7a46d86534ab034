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
