import type { RowKind } from './table.ts';

const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}(?:、|[.](?!\d)))/;
const TOTAL =
  /^(?:合计|总计|总和|汇总|共计|累计|总分|总得分|全[市县区镇州省](?:合计|总计)|合计数|总体|本年合计)(?:[(].{0,12}[)])?$|汇总$|合计$|总计$/;
const SUBTOTAL = /小计$/;

/** What a row is, by its label. */
export function rowKind(texts: readonly string[], label: string): RowKind {
  const own = texts.findLast((text) => text !== '') ?? label;
  const name = own.replace(NUMBERING, '').replace(/[:：]$/, '');
  if (SUBTOTAL.test(name)) return 'subtotal';
  if (TOTAL.test(name)) return 'total';
  return name.startsWith('其中') ? 'among' : 'detail';
}

/** The rank of its numbering: 一、 1 · （一） 2 · 1. 3 · （1） 4; 0 without one. */
export function depthOf(label: string): number {
  if (/^[一二三四五六七八九十]{1,3}[、.]/.test(label)) return 1;
  if (/^[(][一二三四五六七八九十]{1,3}[)]/.test(label)) return 2;
  if (/^\d{1,2}[、.]/.test(label)) return 3;
  if (/^[(]\d{1,2}[)]|^[①-⑳]/.test(label)) return 4;
  return 0;
}
