import type { Finding, FindingKind, Verdict } from './audit.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  contradiction: '矛盾',
  rounding: '尾差',
  doubtful: '待说明',
  consistent: '相符',
};
const KINDS: Readonly<Record<FindingKind, string>> = {
  sum: '合计',
  rate: '比率',
  growth: '增减幅度',
  integer: '整数',
  order: '大小关系',
  equal: '前后数据',
  cross: '文表数据',
  enumeration: '列举项数',
  rule: '评分标准',
  date: '日期',
  target: '目标与完成',
  missing: '数据缺项',
  unit: '计量单位',
  form: '表式',
};

/** 矛盾 / 尾差 / 待说明 / 相符. */
export const verdictName = (verdict: Verdict): string => VERDICTS[verdict];
/** 合计, 比率, 日期 … as a heading. */
export const kindName = (kind: FindingKind): string => KINDS[kind];

const ASKS: Readonly<Record<Verdict, string>> = {
  contradiction: '两处不能同时成立，请核对并更正或说明',
  rounding: '相差在末位数字之内，请统一取数',
  doubtful: '请补充说明',
  consistent: '',
};

/** One finding as a sentence for a page or a query letter: neutral, with the working and the lines. */
export function describeFinding(each: Finding): string {
  const lines = [...new Set(each.where.map((place) => place.line))].slice(0, 6);
  const place = lines.length > 0 ? `（第${lines.join('、')}行）` : '';
  const touches = each.touches === null ? '' : `；涉及评分项“${each.touches}”`;
  const ask = ASKS[each.verdict];
  const asked =
    ask === '' || /请[^；]{0,12}$/.test(each.calc) || each.calc.includes('请说明') ? '' : `；${ask}`;
  return `【${VERDICTS[each.verdict]}】${KINDS[each.kind]}：${each.calc}${touches}${asked}${place}。`;
}
