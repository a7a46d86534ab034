import { compare, fraction } from '#lib/fraction.ts';
import { bandText } from '../bands.ts';
import type { FormFault } from '../parsed.ts';
import type { Bands, Bound, Unit } from '../rule.ts';
import { suffix } from '../units.ts';
import { pointsOf } from './award.ts';
import { hasLimits, isHarmless, type Statement } from './clauses.ts';
import { condition, type Condition } from './condition.ts';
import { fullFault, type Draft, type Source } from './draft.ts';
import { settleEnds, type SoftBand } from './ends.ts';
import { chooseMetric } from './subject.ts';

const ELSE = /^(?:否则|其余|其他|其它|反之|其余情况|其他情况|未达到|达不到|未达标|不达标)(?:的)?$/;

type Read = SoftBand & { readonly from: Condition };

/** Reads `≥90%，计5分；80%（含）-90%，计4分；…；低于60%不得分`. */
export function readBands(source: Source): Draft | undefined {
  const { statements, notes } = source.clauses;
  if (statements.length < 2 || hasLimits(source.clauses)) return undefined;
  if (!notes.every((note) => isHarmless(note.text))) return undefined;
  const elses = statements.filter((each) => ELSE.test(each.body));
  const read = statements.filter((each) => !ELSE.test(each.body)).map((each) => readBand(each, source));
  if (!statements.some((each) => each.award.kind !== 'deduct' && each.award.kind !== 'zero'))
    return undefined;
  if (elses.length > 1 || !read.every((each) => each !== undefined)) return undefined;
  const unit = unitOf(read);
  const chosen =
    unit &&
    chooseMetric(
      read.map((each) => each.from.subject),
      source,
      unit,
    );
  if (!chosen) return undefined;
  const chained = cascade(read);
  const rest = elses[0] && complement(chained, pointsOf(elses[0].award, source.full));
  if (elses[0] && !rest) return undefined;
  const settled = settleEnds([...chained, ...(rest ?? [])]);
  const full = settled.bands
    .map((each) => fraction(each.points))
    .reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  const stated =
    settled.bands.find((each) => compare(fraction(each.points), full) === 0)?.points ?? source.full;
  const rule: Bands = { kind: 'bands', metric: chosen.metric, bands: settled.bands, full: stated };
  const chain = chained === read ? [] : ['只写一端的各档，逐档递推到上一档为止'];
  return {
    rule,
    readings: [...chosen.readings, ...chain, ...settled.readings],
    faults: [...fullFault(stated, source.full), ...faultsOf(rule)],
  };
}

function readBand(each: Statement, source: Source): Read | undefined {
  const from = condition(each.body);
  const points = pointsOf(each.award, source.full);
  if (!from || points === undefined || fraction(points).num < 0n) return undefined;
  if (each.award.kind === 'deduct' && /百分点/.test(each.body)) return undefined;
  return { lo: from.lo, hi: from.hi, points, from };
}

/** All bands in one unit; bare numbers may stand beside per cents only as 0. */
function unitOf(read: readonly Read[]): Unit | undefined {
  const units = new Set(read.map((each) => each.from.unit).filter((each) => each !== undefined));
  const [unit] = units;
  if (units.size !== 1 || !unit) return undefined;
  const bare = read.filter((each) => each.from.unit === undefined);
  return bare.every((each) => (each.lo ?? each.hi)?.v === '0' && (each.hi ?? each.lo)?.v === '0')
    ? unit
    : undefined;
}

/** ≥95%得5分，≥90%得3分: each band ends where the one before begins; likewise 5%以内, 10%以内. */
function cascade(read: readonly Read[]): readonly SoftBand[] {
  const openAbove = read.filter((each) => each.lo && !each.hi);
  const openBelow = read.filter((each) => each.hi && !each.lo);
  const next = (all: readonly Read[], v: string, up: boolean): Read | undefined => {
    const beyond = all.filter(
      (each) => compare(fraction((up ? each.lo : each.hi)!.v), fraction(v)) * (up ? 1 : -1) > 0,
    );
    const nearest = (a: Read, b: Read): Read =>
      compare(fraction((up ? a.lo : a.hi)!.v), fraction((up ? b.lo : b.hi)!.v)) * (up ? 1 : -1) < 0 ? a : b;
    return beyond.length > 0 ? beyond.reduce(nearest) : undefined;
  };
  if (openAbove.length < 2 && openBelow.length < 2) return read;
  return read.map((each) => {
    const upper =
      openAbove.length > 1 && openAbove.includes(each) ? next(openAbove, each.lo!.v, true) : undefined;
    const lower =
      openBelow.length > 1 && openBelow.includes(each) ? next(openBelow, each.hi!.v, false) : undefined;
    return {
      points: each.points,
      lo: lower ? { v: lower.hi!.v, incl: !lower.hi!.incl, firm: 2 as const } : each.lo,
      hi: upper ? { v: upper.lo!.v, incl: !upper.lo!.incl, firm: 2 as const } : each.hi,
    };
  });
}

/** 否则不得分: what the bands leave free, if that is plain. */
function complement(read: readonly SoftBand[], points: string | undefined): readonly SoftBand[] | undefined {
  if (points === undefined) return undefined;
  const lows = read.flatMap((each) => (each.lo ? [each.lo] : []));
  const highs = read.flatMap((each) => (each.hi ? [each.hi] : []));
  const least =
    lows.length === read.length
      ? lows.reduce((a, b) => (compare(fraction(a.v), fraction(b.v)) <= 0 ? a : b))
      : undefined;
  const most =
    highs.length === read.length
      ? highs.reduce((a, b) => (compare(fraction(a.v), fraction(b.v)) >= 0 ? a : b))
      : undefined;
  const below = least && { hi: { v: least.v, incl: !least.incl, firm: 2 as const }, points };
  const above = most &&
    !(below && most.v === '100') && { lo: { v: most.v, incl: !most.incl, firm: 2 as const }, points };
  return below || above ? [...(below ? [below] : []), ...(above ? [above] : [])] : undefined;
}

/** Gaps and overlaps between the bands as printed: findings on the form. */
function faultsOf(rule: Bands): readonly FormFault[] {
  const unit = rule.metric.unit;
  const sorted = rule.bands.toSorted(
    (a, b) => order(a.lo, b.lo) || -order(b.hi, a.hi) * (a.hi && b.hi ? 1 : -1),
  );
  const least = sorted[0]?.lo;
  const open: readonly FormFault[] =
    unit === 'percent' && least && fraction(least.v).num > 0n
      ? [{ kind: 'gap', text: `低于${least.v}%的，评分标准没有写明` }]
      : [];
  const between = sorted.slice(1).flatMap((band, at): readonly FormFault[] => {
    const before = sorted[at]!;
    const names = `“${bandText(before, unit)}”与“${bandText(band, unit)}”`;
    const gap = !before.hi || !band.lo ? -1 : compare(fraction(band.lo.v), fraction(before.hi.v));
    const [ends, begins] = [before.hi?.incl, band.lo?.incl];
    if (gap > 0)
      return [
        {
          kind: 'gap',
          text: `${names}之间有空档：${before.hi!.v}${suffix(unit)}至${band.lo!.v}${suffix(unit)}`,
        },
      ];
    if (gap < 0 || (ends === true && begins === true)) return [{ kind: 'overlap', text: `${names}有重叠` }];
    if (ends === false && begins === false)
      return [{ kind: 'gap', text: `${band.lo!.v}${suffix(unit)}不在${names}任何一档` }];
    return [];
  });
  return [...open, ...between];
}

const order = (a: Bound, b: Bound): number =>
  a && b ? compare(fraction(a.v), fraction(b.v)) : a ? 1 : b ? -1 : 0;
