import type { Place } from '../audit.ts';
import { quote } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

/** Where a statement stands. */
export const placeOfStatement = (statement: Statement): Place => ({
  line: statement.line,
  place: statement.section || '正文',
  text: quote(statement.text),
});
