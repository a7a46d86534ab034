import type { ExtractedLine } from '#documents/extracted.ts';
import type { Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import { goalColumns } from './read.ts';

/** Lines of running text, and which of them only say what was wanted. */
export interface Prose {
  readonly lines: readonly ExtractedLine[];
  readonly planned: ReadonlySet<ExtractedLine>;
}

/** 预期目标 beside 实际完成情况: what a cell of wishes says is no fact, even where a dump prints both in one line. */
export function withoutPlans(lines: readonly ExtractedLine[], tables: readonly Table[]): Prose {
  const wishes = new Map([...wishesOf(tables), ...wishesBelow(lines)]);
  const planned = new Set<ExtractedLine>();
  const found = lines.flatMap((line): readonly ExtractedLine[] => {
    const wish = wishes.get(line.number);
    const at = wish === undefined ? -1 : line.text.indexOf(wish);
    if (wish === undefined || at < 0) return [line];
    const rest = line.text.slice(0, at) + line.text.slice(at + wish.length);
    const own = { ...line, text: wish };
    planned.add(own);
    return rest.trim() === '' ? [own] : [own, { ...line, text: rest }];
  });
  return { lines: found, planned };
}

/** Each line of each cell below 预期目标. */
function wishesOf(tables: readonly Table[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const table of tables) {
    const at = goalColumns(table);
    if (!at) continue;
    for (const row of table.rows.slice(0, 400)) {
      const cell = row.cells[at.target];
      if (!cell || cell.blank || cell === row.cells[at.actual]) continue;
      for (const [below, text] of cell.text.split('\n').entries()) found.set(cell.line + below, text);
    }
  }
  return found;
}

const WISH = /^(?:年度)?预期目标$/;
const REACHED = /^(?:年度|全年)?实际完成情况$/;
const INDICATORS = /^(?:绩效指标|一级指标)$/;

/** Cells that became lines: 预期目标, 实际完成情况, then both texts, of which only a pair of lines can be told apart. */
function wishesBelow(lines: readonly ExtractedLine[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at + 1 < lines.length; at += 1) {
    if (!WISH.test(tight(lines[at]?.text ?? '')) || !REACHED.test(tight(lines[at + 1]?.text ?? ''))) continue;
    const rest = lines.slice(at + 2, at + 14);
    const end = rest.findIndex((line) => INDICATORS.test(tight(line.text)));
    const texts = end < 0 ? [] : rest.slice(0, end);
    for (const line of texts.length === 2 ? texts.slice(0, 1) : texts) found.set(line.number, line.text);
  }
  return found;
}
