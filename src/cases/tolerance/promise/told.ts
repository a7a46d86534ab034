import { due, lines, type CalendarTable } from '#calendar/index.ts';
import { courseOf, itemEdition, type ItemEdition } from '#catalogue/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../../file/case-file.ts';
import { namesIn } from '../../file/paper.ts';
import { lastDay } from '../../papers/last-day.ts';
import { UNDECIDED } from '../../words.ts';
import { withinWords } from './promise.ts';
import { toSignFor } from './sign.ts';

/** 承诺书 as it is shown before it is signed: of one item, what follows and until when. */
export interface ToldPromise {
  readonly itemName: string;
  readonly papers: readonly string[];
  readonly within: string;
}

/** What the applicant of a case may sign for now; null where nothing is to be signed. */
export async function promiseToSign(app: Pick<App, 'query'>, row: CaseFile): Promise<ToldPromise | null> {
  const papers = toSignFor(row);
  if (papers.length === 0) return null;
  const [record] = await app.query(selectRows(itemEdition, 'where r.id = $1'), [row.itemEdition]);
  const { elements } = record ? (readRow(itemEdition, record) as ItemEdition) : { elements: {} };
  return { itemName: row.itemName, papers, within: withinWords(courseOf(elements)) };
}

/** 容缺待补: what must still come, by when, why that day, and whether it is over. */
export interface Owed {
  readonly papers: readonly string[];
  /** Null for a case whose term was never said. */
  readonly until: string | null;
  readonly because: readonly string[];
  readonly isOver: boolean;
}
type Owing = Pick<CaseFile, 'state' | 'papers' | 'outstandingClock' | 'outstandingDueAt'>;
interface Telling {
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** What an applicant owes; null where nothing is outstanding, or the case is over. Pure. */
export function owedOf(row: Owing, { calendar, now }: Telling): Owed | null {
  const papers = namesIn(row.papers, 'outstanding');
  if (papers.length === 0 || !UNDECIDED.some((each) => each === row.state)) return null;
  const { outstandingClock: clock, outstandingDueAt: at } = row;
  return {
    papers,
    until: at === null ? null : lastDay(at),
    because: clock === null ? [] : lines(due(clock, calendar).steps, '受理'),
    isOver: at !== null && at < now,
  };
}
