import { compare } from '#lib/fraction.ts';
import type { Row, Table, TableCell } from '../tables/table.ts';
import { chineseNumber } from '../text/chinese-number.ts';
import { cellFigure, figureOf, figuresIn, type Figure } from '../text/figure.ts';
import { fold, quote, tight } from '../text/fold.ts';
import { bare, isUnitName, unitAfter } from '../text/units.ts';
import type { ScoreSheet } from '../score/sheet.ts';
import type { Goal } from './goal.ts';

const TARGET =
  /绩效目标$|指标值$|目标值$|^(?:预期|年度|年初|全年|计划)?目标(?:值|数)?$|^计划(?:完成)?(?:数|值)$/;
const ACTUAL = /完成(?:情况|值|数)$|实际(?:完成|值|数)/;
// 7.50亿元 is a figure, 7.2020年底前 an item.
const NUMBERED = /^(?:指标|目标|任务)?\s?[(（]?\d{1,2}\s?(?:[)）、]|[:：.](?!\d)|[.](?=20\d\d年))\s?/;

/** Goals of every table that sets what was wanted beside what was reached. */
export function readGoals(tables: readonly Table[], sheets: readonly ScoreSheet[]): readonly Goal[] {
  return tables.flatMap((table) => {
    const at = goalColumns(table);
    const sheet = sheets.find((each) => each.tables.includes(table));
    return at ? table.rows.slice(0, 400).flatMap((row) => goalsOf(row, at, sheet)) : [];
  });
}

interface Where {
  readonly target: number;
  readonly actual: number;
}

/** The column of what was wanted and, to its right, that of what was reached. */
export function goalColumns(table: Table): Where | undefined {
  const actual = table.columns.findLast((column) => ACTUAL.test(column.name));
  const target = table.columns.findLast(
    (column) => TARGET.test(column.name) && column !== actual && column.index < (actual?.index ?? 0),
  );
  return actual && target && { target: target.index, actual: actual.index };
}

function goalsOf(row: Row, at: Where, sheet: ScoreSheet | undefined): readonly Goal[] {
  // 总分（含预算执行率得分） is spread over the columns of goals and wants nothing.
  if (row.kind === 'total') return [];
  const target = row.cells[at.target];
  const actual = row.cells[at.actual];
  if (!target || !actual || target === actual || target.blank) return [];
  const before = row.cells
    .slice(0, at.target)
    .findLast((cell) => cell && !cell.blank && !cell.figure && cell !== target && !isUnitName(cell.text));
  const scored = sheet?.rows.find(
    (each) => each.scorePlace.line === row.cells.find((cell) => cell?.line === each.scorePlace.line)?.line,
  );
  const group = row.path.findLast((name) => /指标|效益|满意度/.test(name) && name.length <= 14) ?? '';
  const base = {
    group,
    place: spot(target),
    actualPlace: spot(actual),
    touches: scored?.path ?? null,
    scored: statusOf(scored),
    beside: row.cells.slice(at.actual + 1).flatMap((cell) => (cell && !cell.blank ? fold(cell.text) : [])),
  } as const;
  const wants = split(target.text);
  const reached = split(actual.text);
  if (wants.length > 1 && wants.length === reached.length)
    return wants.map((want, index) => goal(want, reached[index] ?? '', base, before));
  if (wants.length > 1) return wants.map((want) => goal(want, actual.text, base, before));
  return [goal(target.text, actual.text, base, before)];
}

const statusOf = (row: ScoreSheet['rows'][number] | undefined): Goal['scored'] =>
  row?.full && row.claimed ? (compare(row.claimed, row.full) >= 0 ? 'full' : 'part') : 'none';
const spot = (cell: TableCell) => ({ line: cell.line, place: '绩效目标', text: quote(cell.text) });
const split = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => NUMBERED.test(fold(line)));

type Base = Pick<Goal, 'group' | 'place' | 'actualPlace' | 'touches' | 'scored' | 'beside'>;

/** 群众满意度90%; or a bare ≥95% beside its name. */
function goal(target: string, actual: string, base: Base, before: TableCell | undefined): Goal {
  const text = fold(target).replace(NUMBERED, '').trim();
  const wanted = wantedIn(text);
  const name = tight(text.slice(0, wanted?.start ?? text.length)).replace(
    /(?:[≥≤><=]|达到?|不低于|不少于|不超过|大于|小于|高于|低于|为|控制在)+$/,
    '',
  );
  const own = name.length >= 2 ? name : tight(fold(before?.text ?? '').replace(NUMBERED, ''));
  return {
    ...base,
    name: own,
    target: text,
    actual: fold(actual).trim(),
    wanted: wanted?.figure,
    sense: senseOf(`${own}${text}`),
  };
}

interface Wanted {
  readonly figure: Figure;
  readonly start: number;
}

function wantedIn(text: string): Wanted | undefined {
  const bared = text
    .replace(/^(?:≥|≤|>|<|=|不低于|不少于|不超过|达到)\s?/, '')
    .replace(/(?:以上|以下|以内)$/, '');
  const whole = cellFigure(bared, bare);
  if (whole) return { figure: whole, start: 0 };
  const found = figuresIn(text);
  if (found.length === 1) return found[0];
  // 一 is left out: 最多跑一次 and 一次性 are sayings.
  const match = /([二两三四五六七八九十]{1,3})(次|个|项|场|期|家|件)/.exec(text);
  const count = match && chineseNumber(match[1] ?? '');
  if (!match || !count) return undefined;
  return { figure: figureOf(String(count), unitAfter(match[2] ?? '', 0).unit), start: match.index };
}

function senseOf(text: string): Goal['sense'] {
  if (/≤|<|不超过|不高于|以内|以下|控制在|低于/.test(text) && !/不低于/.test(text)) return 'at-most';
  if (/成本|不满意|投诉率|差评率|事故|超期|逾期/.test(text) && !/≥|不低于|以上/.test(text)) return 'at-most';
  return 'at-least';
}
