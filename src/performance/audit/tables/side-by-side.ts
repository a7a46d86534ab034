import { cellFigure, isBlankCell } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { Layout } from './layout.ts';

/**
 * 项目 | 金额 | 项目 | 金额: income on the left and spending on the right are two tables; three stand side by side where
 * spending is divided in two ways.
 */
export function sideBySide(layout: Layout): readonly Layout[] {
  const names = (layout.header.at(-1) ?? []).map((cell) => tight(cell?.text ?? ''));
  const [first] = names;
  const same = names.findIndex((name, column) => column >= 2 && isSameHead(name, first ?? ''));
  const at = same < 0 ? periodOf(names, layout) : same;
  if (at > 0 && CODE.test(first ?? '') && isOfWords(layout, at + 1))
    return [columnsOf(layout, 0, at), ...sideBySide(columnsOf(unjoined(layout, at), at, layout.width))];
  if (at < 0 || !hasFigures(layout, 1, at) || !isOfWords(layout, at) || isJoined(layout, at)) return [layout];
  return [columnsOf(layout, 0, at), ...sideBySide(columnsOf(layout, at, layout.width))];
}

/** 收入项目 and 支出项目 head the two halves as well as 项目 twice. */
const isSameHead = (name: string, first: string): boolean =>
  first !== '' && (name === first || (/(?:项目|科目)$/.test(name) && /(?:项目|科目)$/.test(first)));

/** 一级指标 | 分值 | 二级指标 | 分值 is one sheet. */
const LEVELS = /指标|分值|得分|权重/;

/** 科目编码 | 科目名称 | 决算数, three times: the codes are names, and 公用经费合计 below two lists is in neither. */
const CODE = /(?:编码|代码)$/;
const unjoined = (layout: Layout, at: number): Layout => ({
  ...layout,
  body: layout.body.map((row) =>
    row[at] !== undefined && row[at] === row[at - 1]
      ? row.map((cell, column) => (column < at ? cell : undefined))
      : row,
  ),
});

/** A cell that reaches over the edge holds both sides together. */
const isJoined = ({ body }: Layout, at: number): boolean =>
  body.some((row) => row[at] !== undefined && row[at] === row[at - 1]);

/** 资产 | 期末数 | 年初数 | 负债 | 期末数 | 年初数: the names of the figures come round again behind another column of words. */
const periodOf = (names: readonly string[], layout: Layout): number =>
  names.findIndex(
    (name, at) =>
      at >= 2 &&
      name !== '' &&
      names.length % at === 0 &&
      !LEVELS.test(name) &&
      isOfWords(layout, at) &&
      names.slice(1, at).every((other, column) => other !== '' && other === names[at + 1 + column]),
  );

const textsIn = (layout: Layout, column: number): readonly string[] =>
  layout.body
    .slice(0, 200)
    .map((row) => fold(row[column]?.text ?? ''))
    .filter((text) => !isBlankCell(text));
const isNumber = (text: string): boolean => cellFigure(text, bare) !== undefined;

const isOfWords = (layout: Layout, column: number): boolean => {
  const texts = textsIn(layout, column);
  return texts.length > 0 && texts.filter(isNumber).length * 2 < texts.length;
};
const hasFigures = (layout: Layout, from: number, to: number): boolean =>
  Array.from({ length: to - from }, (_, at) => from + at).some((column) =>
    textsIn(layout, column).some(isNumber),
  );

function columnsOf(layout: Layout, from: number, to: number): Layout {
  const part = <Cell>(row: readonly Cell[]): readonly Cell[] => row.slice(from, to);
  return { ...layout, width: to - from, header: layout.header.map(part), body: layout.body.map(part) };
}
