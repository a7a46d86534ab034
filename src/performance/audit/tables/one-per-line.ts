import type { ExtractedLine } from '#documents/extracted.ts';
import { cellFigure } from '../text/figure.ts';
import { bare } from '../text/units.ts';
import { titleAbove } from './from-grid.ts';
import { rawCell, type RawCell, type RawRow, type RawTable } from './raw.ts';

interface Token {
  readonly text: string;
  readonly line: number;
  readonly number: boolean;
}
interface Run {
  readonly labels: readonly Token[];
  readonly numbers: readonly Token[];
}

const LONGEST_CELL = 40;
const isValue = (text: string): boolean => cellFigure(text, bare) !== undefined || /^[-—/]{1,3}$/.test(text);

/**
 * A page that was copied as text: every cell on a line of its own, without tabs; blank cells may be lost.
 * Rows are found by their rhythm: so many numbers after each label, the same for most labels.
 */
export function onePerLine(
  lines: readonly ExtractedLine[],
  taken: (line: number) => boolean,
): readonly RawTable[] {
  const tables: RawTable[] = [];
  let tokens: Token[] = [];
  const end = (): void => {
    if (tokens.filter((token) => token.number).length >= 4) tables.push(...tablesOf(tokens, lines));
    tokens = [];
  };
  for (const line of lines) {
    const text = line.text
      .trim()
      .replace(/\s?[|｜]$/, '')
      .trim();
    if (taken(line.number) || text.length > LONGEST_CELL || /[。；，]/.test(text)) end();
    else if (text !== '') tokens.push({ text, line: line.number, number: isValue(text) });
  }
  end();
  return tables;
}

/** Neighbouring rows with as many numbers each make a table; where the count changes, another one begins. */
function tablesOf(tokens: readonly Token[], lines: readonly ExtractedLine[]): readonly RawTable[] {
  const runs = withoutIndex(runsOf(tokens));
  const tables: RawTable[] = [];
  for (let at = 0; at < runs.length;) {
    const width = runs[at]?.numbers.length ?? 0;
    let to = at + 1;
    while (runs[to]?.numbers.length === width) to += 1;
    if (width >= 2 && to - at >= 2) tables.push(tableOf(runs.slice(at, to), width, lines));
    at = to;
  }
  return tables;
}

function tableOf(runs: readonly Run[], width: number, lines: readonly ExtractedLine[]): RawTable {
  const rows: RawRow[] = [];
  const header = headerOf(runs[0]?.labels ?? [], width);
  if (header) rows.push(header);
  for (const run of runs) {
    const label = run.labels.at(-1);
    if (label)
      rows.push([
        rawCell(label.text, label.line),
        ...run.numbers.map((each) => rawCell(each.text, each.line)),
      ]);
  }
  const from = runs[0]?.labels[0]?.line ?? 1;
  return {
    rows,
    title: titleAbove(lines, from),
    from,
    to: runs.at(-1)?.numbers.at(-1)?.line ?? from,
    known: false,
  };
}

function runsOf(tokens: readonly Token[]): readonly Run[] {
  const runs: { labels: Token[]; numbers: Token[] }[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (token.number) {
      if (last) last.numbers.push(token);
    } else if (!last || last.numbers.length > 0) runs.push({ labels: [token], numbers: [] });
    else last.labels.push(token);
  }
  return runs;
}

/** A column 序号 stands before the label, so its numbers end up behind the row before: 1 2 3 … gives it away. */
function withoutIndex(runs: readonly Run[]): readonly Run[] {
  const ends = runs.map((run) => run.numbers.at(-1)?.text ?? '');
  const counts = ends.map((text, at) => {
    const before = Number(ends[at - 1]);
    const after = Number(ends[at + 1]);
    return (
      (text === '1' && after === 2) ||
      (text === '2' && after === 3) ||
      (Number(text) > 1 && before === Number(text) - 1)
    );
  });
  return runs.map((run, at) =>
    counts[at] && at < runs.length - 1 ? { ...run, numbers: run.numbers.slice(0, -1) } : run,
  );
}

const CORNER =
  /^(?:序号|名称|项目|指标|类别|科目|机构|单位|部门|地区|渠道|月份|.{0,6}(?:名称|单位|类型|类别|机构|部门|区域|乡镇|项目))$/;

/** The names above the numbers, when there are just as many behind the name of the label column. */
function headerOf(labels: readonly Token[], width: number): RawRow | undefined {
  const names = labels.slice(0, -1).filter((token) => !/^其中[:：]?$/.test(token.text));
  const corner = names.findLastIndex((token) => CORNER.test(token.text.replace(/\s/g, '')));
  const last = names.slice(corner + 1);
  if (corner < 0 || last.length !== width) return undefined;
  const cell = (token: Token): RawCell => rawCell(token.text, token.line);
  return [cell(names[corner] as Token), ...last.map(cell)];
}
