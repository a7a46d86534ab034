import type { Extracted, ExtractedLine, ExtractedTable } from '#documents/extracted.ts';
import type { Finding } from './audit.ts';
import { finding } from './finding.ts';

// Far above any report (2,000 lines, 60,000 characters); they keep a hostile file within time and memory.
const MOST_LINES = 100_000;
// In a grid every cell has its own line: ten thousand rows of twenty-five cells.
const MOST_LINES_OF_CELLS = 250_000;
const MOST_CHARACTERS = 1_200_000;
const MOST_CELLS = 300_000;
const MOST_CONSISTENT = 2000;
const MOST_OTHER = 2000;

export interface Limited {
  readonly extracted: Extracted;
  /** The first line that is no longer looked at. */
  readonly cutAt: number | undefined;
}

/** The beginning of a document too long to be a report; whole documents pass unchanged. */
export function limited(extracted: Extracted): Limited {
  let characters = 0;
  const most = extracted.tables.length > 0 ? MOST_LINES_OF_CELLS : MOST_LINES;
  const end = extracted.lines.findIndex((line, at) => {
    characters += line.text.length;
    return at >= most || characters > MOST_CHARACTERS;
  });
  const lines = end < 0 ? extracted.lines : cut(extracted.lines, end, end < most ? characters : undefined);
  const last = lines.at(-1)?.number ?? 0;
  const tables = tablesWithin(extracted.tables, end < 0 ? Infinity : last);
  const whole = end < 0 && tables.length === extracted.tables.length;
  return whole
    ? { extracted, cutAt: undefined }
    : { extracted: { ...extracted, lines, tables }, cutAt: last + 1 };
}

/** A single line longer than everything allowed is shortened rather than dropped. */
function cut(
  lines: readonly ExtractedLine[],
  end: number,
  characters: number | undefined,
): readonly ExtractedLine[] {
  const line = lines[end];
  const before = lines.slice(0, end);
  if (!line || characters === undefined) return before;
  const room = MOST_CHARACTERS - (characters - line.text.length);
  return [...before, { ...line, text: line.text.slice(0, Math.max(0, room)) }];
}

function tablesWithin(tables: readonly ExtractedTable[], last: number): readonly ExtractedTable[] {
  let cells = 0;
  return tables.filter((table) => {
    cells += table.cells.length;
    return table.to <= last && cells <= MOST_CELLS;
  });
}

/** Findings in a number a person and a page can bear, and a word when something was left out. */
export function bounded(findings: readonly Finding[], cutAt: number | undefined): readonly Finding[] {
  let consistent = 0;
  let other = 0;
  const kept = findings.filter((each) => {
    if (each.verdict === 'consistent') return (consistent += 1) <= MOST_CONSISTENT;
    return (other += 1) <= MOST_OTHER;
  });
  const notes = [
    ...(cutAt === undefined ? [] : [note(`文件过长，第${cutAt}行及以后未核对`, cutAt)]),
    ...(other > MOST_OTHER ? [note(`疑点超过${MOST_OTHER}处，其余${other - MOST_OTHER}处未列出`, 1)] : []),
  ];
  return [...kept, ...notes];
}

const note = (calc: string, line: number): Finding =>
  finding({
    kind: 'form',
    verdict: 'doubtful',
    a: calc,
    b: '',
    calc,
    where: [{ line, place: '全文', text: '' }],
  });
