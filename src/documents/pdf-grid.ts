import type { Rule } from './pdf-page.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A ruled table on a page: its lines' places, and the cells that the lines leave between them. */
export interface RuledGrid extends Box {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Lines this close are one line; ends this close meet. */
const NEAR = 3;

/** The ruled tables of a page, from top to bottom: groups of lines that meet and leave at least two cells. */
export function findGrids(across: readonly Rule[], down: readonly Rule[]): readonly RuledGrid[] {
  const horizontal = joined(across);
  const vertical = joined(down);
  return groups(horizontal, vertical)
    .map(({ h, v }) => gridOf(h, v))
    .filter((grid) => grid.cells.length > 1)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Pieces of one line become one: programs draw a table's line cell by cell. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const sorted = rules.toSorted((a, b) => a.at - b.at || a.from - b.from);
  const lines: { at: number; parts: Rule[] }[] = [];
  for (const rule of sorted) {
    const line = lines.at(-1);
    if (line && rule.at - line.at <= NEAR) line.parts.push(rule);
    else lines.push({ at: rule.at, parts: [rule] });
  }
  return lines.flatMap(({ at, parts }) => {
    const found: { at: number; from: number; to: number }[] = [];
    for (const part of parts.toSorted((a, b) => a.from - b.from)) {
      const before = found.at(-1);
      if (before && part.from - before.to <= NEAR) before.to = Math.max(before.to, part.to);
      else found.push({ at, from: part.from, to: part.to });
    }
    return found;
  });
}

const meet = (h: Rule, v: Rule): boolean =>
  v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;

/** Lines that meet, directly or through others, by union of sets. */
function groups(
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): readonly { readonly h: readonly Rule[]; readonly v: readonly Rule[] }[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!;
    return top;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (meet(h, v)) parent[root(i)] = root(horizontal.length + j);
    });
  });
  const found = new Map<number, { h: Rule[]; v: Rule[] }>();
  const groupOf = (at: number) => {
    const key = root(at);
    const group = found.get(key) ?? { h: [], v: [] };
    found.set(key, group);
    return group;
  };
  horizontal.forEach((rule, at) => groupOf(at).h.push(rule));
  vertical.forEach((rule, at) => groupOf(horizontal.length + at).v.push(rule));
  return [...found.values()].filter(({ h, v }) => h.length >= 2 && v.length >= 2);
}

const places = (rules: readonly Rule[]): readonly number[] => {
  const found: number[] = [];
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    if (found.length === 0 || at - found.at(-1)! > NEAR) found.push(at);
  }
  return found;
};

const covers = (rules: readonly Rule[], at: number, middle: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= middle && middle <= rule.to);

function gridOf(h: readonly Rule[], v: readonly Rule[]): RuledGrid {
  const xs = places(v);
  const ys = places(h);
  const middleX = (column: number): number => (xs[column]! + xs[column + 1]!) / 2;
  const middleY = (row: number): number => (ys[row]! + ys[row + 1]!) / 2;
  const isOpenRight = (row: number, column: number): boolean =>
    column + 2 < xs.length && !covers(v, xs[column + 1]!, middleY(row));
  const isOpenBelow = (row: number, column: number): boolean =>
    row + 2 < ys.length && !covers(h, ys[row + 1]!, middleX(column));
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    for (let column = 0; column + 1 < xs.length; column += 1) {
      if (taken.has(`${row},${column}`)) continue;
      let columnSpan = 1;
      while (isOpenRight(row, column + columnSpan - 1)) columnSpan += 1;
      let rowSpan = 1;
      while (isOpenBelow(row + rowSpan - 1, column)) rowSpan += 1;
      for (let at = 0; at < rowSpan * columnSpan; at += 1) {
        taken.add(`${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`);
      }
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: xs[column]!,
        right: xs[column + columnSpan]!,
        top: ys[row]!,
        bottom: ys[row + rowSpan]!,
      });
    }
  }
  return { xs, ys, cells, left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! };
}
