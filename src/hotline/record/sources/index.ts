import { districtEvents } from './district-events.ts';
import { answeredLetters, likedLetters } from './letters.ts';
import { messageBoard } from './message-board.ts';
import { sheet } from './sheet.ts';
import type { Source, Told } from './source.ts';

/** The general form last: some of its headings are also fields of the others. */
const SOURCES: readonly Source[] = [messageBoard, districtEvents, answeredLetters, likedLetters, sheet];
const LOOKED_AT = 200;

/** The kind of file, by what most of its first rows have: one broken row must not hide it. Nothing when it is none. */
export function findSource(rows: readonly Told[]): Source | undefined {
  const sample = rows.slice(0, LOOKED_AT);
  const count = (source: Source): number => sample.filter((row) => source.recognises(row)).length;
  const [best] = SOURCES.map((source) => ({ source, n: count(source) })).sort((a, b) => b.n - a.n);
  return best && best.n > 0 ? best.source : undefined;
}
