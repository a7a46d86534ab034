import type { KnownMetric } from './metric-name.ts';
import type { Formula, Term, Unit } from './rule.ts';

export const MINISTRY = '财预〔2013〕53号 附件2';
export const LOCAL = '地方评分表';

type Known = Pick<KnownMetric, 'id' | 'name' | 'names' | 'source'> & { readonly formula: Formula };
export const rate = (known: Known): KnownMetric => ({ unit: 'percent', ...known });
export const amount = (id: Term, names: readonly RegExp[], unit: Unit = 'wanyuan'): KnownMetric => ({
  id: id.figure,
  name: id.name,
  unit,
  names,
  source: LOCAL,
  formula: { top: [id] },
});
