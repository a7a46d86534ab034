import { compare, fraction } from '#lib/fraction.ts';
import type { Bound, Num } from '../rule.ts';
import type { Condition, SoftEnd } from './condition.ts';

export interface SoftBand {
  readonly lo?: SoftEnd | undefined;
  readonly hi?: SoftEnd | undefined;
  readonly points: Num;
}
interface Settled {
  readonly bands: readonly { readonly lo: Bound; readonly hi: Bound; readonly points: Num }[];
  readonly readings: readonly string[];
}

/**
 * Which end 含 binds. What a text says firmly decides; its neighbour takes the rest. 以上 and 以下 include their
 * number (民法典 art. 1259): at one number together it goes to 以上; beside a bare end they hold it only in the
 * unit's favour, for 70%以下不得分 under 70%-80%得3分 is read both ways. Else it stays `unstated`: a setting decides.
 */
export function settleEnds(bands: readonly SoftBand[]): Settled {
  const readings = new Set<string>();
  const settled = bands.map((band) => ({
    lo: band.lo ? settle(band, 'lo', bands, readings) : null,
    hi: band.hi ? settle(band, 'hi', bands, readings) : null,
    points: band.points,
  }));
  return { bands: settled, readings: [...readings] };
}

function settle(band: SoftBand, side: 'lo' | 'hi', all: readonly SoftBand[], readings: Set<string>): Bound {
  const end = band[side];
  if (!end) return null;
  const other = rivalOf(band, side, end.v, all);
  if (!other || isExact(band)) return { v: end.v, incl: end.incl };
  const { end: facing, points } = other;
  if (end.firm === 2 || facing.firm === 2) return byTheFirm(end, facing, readings);
  if (end.firm === 0 && facing.firm === 0) return unstated(end.v, readings);
  if (end.firm !== facing.firm) {
    const owner = end.firm > facing.firm ? band.points : points;
    const loser = end.firm > facing.firm ? points : band.points;
    if (compare(fraction(owner), fraction(loser)) < 0) return unstated(end.v, readings);
    readings.add(`“以上”“以下”包括本数，${end.v}归入写“以上”“以下”的一档`);
    return { v: end.v, incl: end.firm > facing.firm };
  }
  readings.add(`“以上”“以下”都含${end.v}，归入“以上”`);
  return { v: end.v, incl: side === 'lo' };
}

const isExact = (band: SoftBand | Condition): boolean =>
  band.lo !== undefined && band.hi !== undefined && band.lo.v === band.hi.v;

function byTheFirm(end: SoftEnd, facing: SoftEnd, readings: Set<string>): Bound {
  if (end.firm === 2) return { v: end.v, incl: end.incl };
  readings.add(`${end.v}处一档写明、一档未写，按写明的读`);
  return { v: end.v, incl: !facing.incl };
}

function unstated(v: Num, readings: Set<string>): Bound {
  readings.add(`${v}归上档还是下档，评分标准未写明`);
  return { v, incl: 'unstated' };
}

/** The end of another band at the same number: an exact band (=0) owns it, else the facing end. */
function rivalOf(
  band: SoftBand,
  side: 'lo' | 'hi',
  v: Num,
  all: readonly SoftBand[],
): { readonly end: SoftEnd; readonly points: Num } | undefined {
  const others = all.filter((each) => each !== band);
  const exact = others.find((each) => isExact(each) && each.lo?.v === v);
  if (exact) return { end: { v, incl: true, firm: 2 }, points: exact.points };
  const facing = side === 'lo' ? 'hi' : 'lo';
  const rival = others.find((each) => each[facing]?.v === v);
  const end = rival?.[facing];
  return rival && end && { end, points: rival.points };
}
