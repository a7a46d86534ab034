import { cellFigure, figuresIn, isBlankCell } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { RawCell, RawRow } from './raw.ts';

const LABEL =
  /^(?:机构名称|单位名称|单位|部门|序号|名称|项目|项目名称|指标|[一二三四]级指标|科目|科目名称|类别|类型|分类|地区|区域|乡镇|渠道|月份|年度|年份|内容|评价内容|评价项目|信息内容|事项|事项类型|窗口|承办单位|责任单位|预期目标|年度总体目标|绩效指标|指标名称|姓名|来源|等级|等次|行政复议|申请人情况|诉求类型|收入|支出|资金|时间|.{1,6}(?:名称|单位|类型|类别|部门))$/;
/** What only ever names a column of a form. */
const COLUMN =
  /(?:预算|决算|执行|完成|调整|实际)(?:支出)?(?:数|额|金额)$|^(?:标准)?(?:分值|权重|满分|标准分)|得分$|^自评分|(?:执行|完成)率$|(?:指标|目标|完成|实际)值$|完成情况$|(?:评分|评价|计分|考核)(?:标准|办法|细则|规则)$|原因/;
/** The fields at the head of a form; what they say stands beside them, not below. */
const FIELD =
  /^(?:(?:项目|单位|部门|专项)名称|(?:项目)?(?:主管|实施|承担|牵头)(?:部门|单位)|(?:预算|填报|填表|项目|编报|评价|被评价)(?:部门|单位)(?:名称)?|项目(?:类型|类别|属性|周期|期限|负责人|起止时间)|(?:单位|部门|项目)?(?:负责人|联系人)|联系电话|实施(?:期限|周期|时间)|起止时间|填[报表](?:日期|时间|人))$/;

export const filled = (row: RawRow): readonly RawCell[] => row.filter((cell) => !isBlankCell(cell.text));
const isYear = (text: string): boolean => /^(?:19|20)\d\d(?:年度?)?$/.test(text.trim());
export const isNumber = (cell: RawCell): boolean =>
  cellFigure(fold(cell.text), bare) !== undefined && !isYear(cell.text);
export const hasFigure = (cell: RawCell): boolean => figuresIn(fold(cell.text.slice(0, 200))).length > 0;
const mayHead = (row: RawRow): boolean => {
  const cells = filled(row);
  return cells.length >= 2 && !cells.some(isNumber) && cells.every((cell) => cell.text.length <= 40);
};
const wordsOf = (row: RawRow): readonly string[] =>
  filled(row).map((cell) => headerName(cell.text).replace(/(?:[(][^()]{0,12}[)])$/, ''));

/** A page break can push the weight of a group up into the repeated header: （20分）一级指标. */
export const headerName = (text: string): string => tight(text).replace(/^(?:[(]\d{1,3}分[)])+(?=.)/, '');

/** Does this row name the columns of what stands below it? `first`: nothing stands above it. */
export function isHeaderRow(row: RawRow, below: RawRow | undefined, first: boolean): boolean {
  if (!mayHead(row) || isFields(row, below)) return false;
  const words = wordsOf(row);
  const counted = words.some((word) => figuresIn(word).length > 0);
  const columns = counted ? 0 : words.filter((word) => COLUMN.test(word)).length;
  if (columns >= 2) return true;
  // 项目 | 金额 | 项目 | 金额 heads two lists side by side.
  if (!counted && words.length > 3 && words.slice(2).some((word) => word === words[0] && LABEL.test(word)))
    return true;
  if (columns === 0 && isPairs(below)) return false;
  return !counted && (first || words.slice(0, 2).some((word) => LABEL.test(word)));
}

/** 项目名称 | 某某项目, 主管部门 | 某局 | 实施单位 | 某中心: field and value in turn. */
function isFields(row: RawRow, below: RawRow | undefined): boolean {
  const [first, value, next, ...others] = wordsOf(row);
  if (first === undefined || value === undefined || !FIELD.test(first)) return false;
  if (COLUMN.test(value) || LABEL.test(value)) return false;
  if (next !== undefined) return FIELD.test(next);
  // 单位名称 | 件数 heads a list of two columns.
  const [, under] = below ? filled(below) : [];
  return others.length === 0 && !(under && isNumber(under));
}

/** 人员编制 | 18 | 实有人数 | 38: labels and values in turn have no header. */
function isPairs(row: RawRow | undefined): boolean {
  if (!row || row.length < 4 || row.length % 2 !== 0) return false;
  return row.every((cell, at) => !isBlankCell(cell.text) && isNumber(cell) === (at % 2 === 1));
}
