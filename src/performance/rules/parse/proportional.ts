import type { Limit, Num, Proportional } from '../rule.ts';
import { bareName } from '../metric-name.ts';
import { metricNamed } from '../metrics.ts';
import { condition, type Condition, type SoftEnd } from './condition.ts';
import { pointsOf } from './award.ts';
import { isHarmless } from './clauses.ts';
import { fullFault, type Draft, type Source } from './draft.ts';
import { chooseMetric } from './subject.ts';

const WEIGHT =
  /^(?:该项|本项|此项|指标|该指标|标准)?(?:的)?(?:分值|权重分?|满分|权重分值|指标分值|标准分)$|^(\d+(?:\.\d+)?)分?$/;
const VAGUE = /^(?:实际)?(?:完成|执行|到位|支付)?(?:率|比例|比率)$/;

interface Product {
  readonly subject: string;
  readonly base: Num;
  readonly invert?: true;
  readonly weight?: Num;
}

/** Reads `得分=预算完成率×分值，低于60%不得分` and `按完成比例计分`. */
export function readProportional(source: Source): Draft | undefined {
  const { statements, notes, formula, standard, partial } = source.clauses;
  const product = formula === undefined ? undefined : productIn(formula, source.name);
  if ((formula !== undefined && !product) || standard !== undefined || partial) return undefined;
  const others = statements.filter((each) => each.award.kind !== 'proportion');
  const proportions = statements.filter((each) => each.award.kind === 'proportion');
  if ((!product && proportions.length !== 1) || (product && proportions.length > 0)) return undefined;
  if (!notes.every((each) => isHarmless(each.text))) return undefined;
  const over = proportions[0] && stretch(proportions[0].body);
  if (over === 'unread') return undefined;
  const limits = readLimits(
    others.map((each) => ({ read: condition(each.body), points: pointsOf(each.award, source.full) })),
    source.full,
  );
  if (!limits) return undefined;
  const chosen = chooseMetric(
    [product?.subject ?? over?.subject ?? '', ...limits.subjects],
    source,
    limits.unit ?? 'percent',
  );
  if (!chosen || (over && !meets(over, limits)) || (!product && !isRate(chosen.metric.name)))
    return undefined;
  if (limits.fullFrom && !product && limits.fullFrom.v !== '100') return undefined;
  return draft(source, { product, chosen, limits });
}

const isRate = (name: string): boolean => /(?:率|度|比例|比重|进度)$/.test(name);

interface Parts {
  readonly product: Product | undefined;
  readonly chosen: NonNullable<ReturnType<typeof chooseMetric>>;
  readonly limits: Limits;
}
function draft(source: Source, { product, chosen, limits }: Parts): Draft {
  const weight = product?.weight ?? source.full;
  const floor = source.clauses.floor ?? '0';
  const cap = source.clauses.cap === undefined || source.clauses.cap === 'full' ? weight : source.clauses.cap;
  const keepFull =
    limits.fullFrom && !(limits.fullFrom.op === '>=' && limits.fullFrom.v === (product?.base ?? '100'));
  const rule: Proportional = {
    kind: 'formula',
    metric: chosen.metric,
    weight,
    base: product?.base ?? '100',
    ...(product?.invert && { invert: true }),
    clamp: [floor, cap],
    ...(keepFull && { fullFrom: limits.fullFrom! }),
    ...(limits.zeroIf && { zeroIf: limits.zeroIf }),
  };
  const readings = [...chosen.readings, ...(product ? [] : ['按比例读作：得分=比率×分值'])];
  return { rule, readings, faults: fullFault(weight, source.full) };
}

/** `预算完成率÷95%×5分`, `完成率×分值`, `95%÷预算完成率×分值`. */
function productIn(formula: string, name: string): Product | undefined {
  const right = formula
    .replace(/[*xX]|乘以/g, '×')
    .replace(/÷|除以/g, '/')
    .replace(/（([^（）]*)）/g, '$1')
    .replace(/×100%?$/, '');
  const factors = right.split('×');
  const weights = factors.filter((each) => WEIGHT.test(each));
  const [rate, ...more] = factors.filter((each) => !WEIGHT.test(each) && !/^100%?$/.test(each));
  if (weights.length !== 1 || rate === undefined || more.length > 0) return undefined;
  const weight = WEIGHT.exec(weights[0] ?? '')?.[1];
  const product = ratioIn(rate, name);
  return product && { ...product, ...(weight && { weight }) };
}

function ratioIn(rate: string, name: string): Product | undefined {
  const [top, under, ...rest] = rate.split('/');
  if (rest.length > 0 || !top) return undefined;
  const number = /^(\d+(?:\.\d+)?)%$/;
  if (under === undefined) return isRateName(top) ? { subject: top, base: '100' } : undefined;
  const base = number.exec(under)?.[1];
  if (base && isRateName(top)) return { subject: top, base };
  const inverse = number.exec(top)?.[1];
  if (inverse && isRateName(under)) return { subject: under, base: inverse, invert: true };
  const isDone = /^实际(?:完成|到位|执行|支出)?(?:值|数|数量|金额|资金)$/.test(top);
  const isPlanned = /^(?:目标|计划|预算|年度指标)(?:完成|到位|投入)?(?:值|数|数量|金额|资金)$/.test(under);
  return isDone && isPlanned
    ? { subject: metricNamed(name)?.unit === 'percent' ? '' : `${bareName(name)}完成率`, base: '100' }
    : undefined;
}
const isRateName = (name: string): boolean =>
  VAGUE.test(name) || metricNamed(name)?.unit === 'percent' || isRate(bareName(name));

interface Limits {
  readonly fullFrom?: Limit;
  readonly zeroIf?: Limit;
  readonly zeroEnd?: SoftEnd;
  readonly subjects: readonly string[];
  readonly unit?: 'percent';
}
/** Beside the proportion a text may name where full marks begin and below what nothing is given. */
function readLimits(
  others: readonly { read: Condition | undefined; points: Num | undefined }[],
  full: Num,
): Limits | undefined {
  let limits: Limits = { subjects: [] };
  for (const { read, points } of others) {
    if (!read || read.unit !== 'percent') return undefined;
    const subjects = [...limits.subjects, read.subject];
    if (points === full && read.lo && (!read.hi || read.hi.v === read.lo.v) && !limits.fullFrom)
      limits = {
        ...limits,
        subjects,
        unit: 'percent',
        fullFrom: { op: read.lo.incl ? '>=' : '>', v: read.lo.v },
      };
    else if (points === '0' && read.hi && !read.lo && !limits.zeroIf)
      limits = {
        ...limits,
        subjects,
        unit: 'percent',
        zeroEnd: read.hi,
        zeroIf: { op: read.hi.incl ? '<=' : '<', v: read.hi.v },
      };
    else return undefined;
  }
  return limits;
}

/** `60%（含）-100%按比例计分`: the stretch must fit between the limits; a bare 按比例 stands alone. */
function stretch(body: string): Condition | undefined | 'unread' {
  if (/^(?:否则|其余|其他|未达到的?|未完成的?|不足的?|达不到的?|部分完成的?)?$/.test(body)) return undefined;
  const read = condition(body);
  if (read) return read.unit === 'percent' ? read : 'unread';
  return /[\d扣<>≤≥]|率.*率/.test(body) ? 'unread' : { subject: body };
}
function meets(over: Condition, limits: Limits): boolean {
  if (over.lo && limits.zeroEnd?.v !== over.lo.v) return false;
  const top = limits.fullFrom?.v ?? '100';
  return !over.hi || over.hi.v === top;
}
