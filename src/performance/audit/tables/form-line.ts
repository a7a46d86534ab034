import { isBlankCell } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { filled } from './header-row.ts';
import type { RawCell, RawRow } from './raw.ts';

const UNIT = /^[(（]?(?:金额|计量|货币|数量)?单位\s?[:：]/;
const BY = /^[(（]?(?:填报|填表|编报|编制|制表|报送|上报|公开)(?:单位|部门|机构|科室|人)?(?:名称)?\s?[:：]/;
const FIELD = /^[^:：]{1,10}[:：]/;
const DAY = /^(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)$/;

/**
 * 填报单位：某卫生院 | | 单位：万元 above a table: who filled it in and what it is measured in. It names no column,
 * whichever columns its cells stand over.
 */
export function isFormLine(row: RawRow): boolean {
  const cells = filled(row).map(({ text }) => tight(text));
  const opened = cells.map((_, at) => /[:：]$/.test(cells[at - 1] ?? ''));
  const days = cells.filter((text) => DAY.test(text)).length;
  return (
    cells.some((text) => UNIT.test(text) || BY.test(text)) &&
    days <= 1 &&
    cells.every((text, at) => FIELD.test(text) || opened[at] === true || DAY.test(text))
  );
}

/** The caption with what the line says the table is measured in. */
export function titleWith(title: string, row: RawRow): string {
  const unit = row.find((cell: RawCell) => !isBlankCell(cell.text) && UNIT.test(tight(cell.text)));
  return unit ? `${title} ${unit.text.trim()}`.trim() : title;
}
