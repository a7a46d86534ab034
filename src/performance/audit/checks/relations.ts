import type { Column, Table } from '../tables/table.ts';

/** Columns of which one should be the sum of the others. */
export interface ColumnSum {
  readonly total: Column;
  /** Readings of the header; the first that holds is meant. */
  readonly readings: readonly (readonly Column[])[];
  /** The header says so itself (其中, a group with its 小计), or it is only likely. */
  readonly stated: boolean;
  /** Nothing else can belong to the total. */
  readonly exhaustive: boolean;
}

const TOTAL = /(?:合计|总计|小计|总额|总数|总量|共计|总和)(?:[(（].{0,10}[)）])?$|^计$|^总[收支]入?出?$/;
const AMONG = /^其中[:：]?/;
/** Columns that count states of the same things: they overlap. */
const STATE =
  /办结|办理|按期|按时|及时|超期|逾期|满意|回访|答复|解决|整改|已|未|在办|率|环比|同比|增|减|上[年期月]|去年|预算|决算|平均|日均|得分|排名/;

const isPart = (column: Column): boolean =>
  column.kind === 'amount' && !/同比|环比|增减|增幅|上年同期|去年同期|平均|日均|人均|累计/.test(column.name);

/** The sums a header promises. */
export function columnSums(table: Table): readonly ColumnSum[] {
  const columns = table.columns.filter((column) => column.kind === 'amount' || column.kind === 'rate');
  return columns.length < 3 ? [] : levelSums(columns, 0);
}

interface Item {
  readonly head: string;
  readonly columns: readonly Column[];
}

/** Neighbours with the same header text at one level are one group. */
function itemsAt(columns: readonly Column[], level: number): readonly Item[] {
  const items: { head: string; columns: Column[] }[] = [];
  for (const column of columns) {
    const head = column.path[level] ?? '';
    const last = items.at(-1);
    const deeper = column.path.length > level + 1;
    if (last && last.head === head && deeper && (last.columns.at(-1)?.path.length ?? 0) > level + 1)
      last.columns.push(column);
    else items.push({ head, columns: [column] });
  }
  return items;
}

function levelSums(columns: readonly Column[], level: number): readonly ColumnSum[] {
  const items = itemsAt(columns, level);
  const found: ColumnSum[] = [];
  for (const [at, item] of items.entries()) {
    if (item.columns.length > 1 || (item.columns[0]?.path.length ?? 0) > level + 1)
      found.push(...levelSums(item.columns, level + 1));
    const next = items[at + 1];
    if (
      next &&
      AMONG.test(next.head) &&
      item.columns.length === 1 &&
      item.columns[0] &&
      isPart(item.columns[0])
    ) {
      found.push(among(item.columns[0], next, items.slice(at + 2), level));
    }
  }
  return [...found, ...flatSums(items, level)];
}

/** 合计 | 其中：(a, b, c) | 其他. */
function among(total: Column, group: Item, rest: readonly Item[], level: number): ColumnSum {
  const inside = tops(itemsAt(group.columns, level + 1), level + 1);
  const after: Column[] = [];
  for (const item of rest) {
    const [only, ...others] = item.columns;
    if (!only || others.length > 0 || !item.head.startsWith('其他')) break;
    after.push(only);
  }
  const readings = after.length > 0 ? [[...inside, ...after], inside] : [inside];
  return { total, readings, stated: true, exhaustive: inside.length >= 2 };
}

/** One column per item: itself, or the total of its group; what 其中 opens only details its neighbour. */
function tops(items: readonly Item[], level: number): readonly Column[] {
  return items.flatMap((item) => {
    if (AMONG.test(item.head)) return [];
    if (item.columns.length === 1) return item.columns.filter(isPart);
    const inner = item.columns.find((column) => TOTAL.test(column.path[level + 1] ?? ''));
    return inner ? [inner] : tops(itemsAt(item.columns, level + 1), level + 1);
  });
}

/** A column 合计 or 小计 among its siblings, without 其中. */
function flatSums(items: readonly Item[], level: number): readonly ColumnSum[] {
  const found: ColumnSum[] = [];
  for (const [at, item] of items.entries()) {
    const total = item.columns[0];
    if (!total || item.columns.length > 1 || !isPart(total) || !TOTAL.test(item.head)) continue;
    if (AMONG.test(items[at + 1]?.head ?? '')) continue;
    const after = runOfParts(tops(items.slice(at + 1), level), total);
    const before = runOfParts(tops(items.slice(0, at), level).toReversed(), total);
    const side = after.length >= 2 && (before.length < 2 || at === 0) ? after : before;
    if (side.length < 2) continue;
    const others = items.filter((other) => other !== item);
    const alone =
      others.every((other) => other.columns.every(isPart)) && side.length === tops(others, level).length;
    found.push({
      total,
      readings: prefixes(side),
      stated: alone && (level > 0 || !side.some((column) => STATE.test(column.name))),
      exhaustive: alone,
    });
  }
  return found;
}

/** Siblings that can be parts: amounts in the same unit, up to the first column that counts a state. */
function runOfParts(columns: readonly Column[], total: Column): readonly Column[] {
  const end = columns.findIndex(
    (column) => !isPart(column) || TOTAL.test(column.name) || column.unit.text !== total.unit.text,
  );
  return (end < 0 ? columns : columns.slice(0, end)).slice(0, 40);
}

/** All of them first; then fewer, because what follows may be states of the same things. */
function prefixes(columns: readonly Column[]): readonly (readonly Column[])[] {
  const whole = columns.slice(0, columns.findIndex((column) => STATE.test(column.name)) >>> 0);
  const shorter = Array.from({ length: Math.max(0, columns.length - 2) }, (_, at) =>
    columns.slice(0, columns.length - 1 - at),
  );
  return whole.length >= 2 && whole.length < columns.length
    ? [whole, columns, ...shorter]
    : [columns, ...shorter];
}
