import { absolute, compare, fraction, minus, negate, times, divide } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { lastDigit, said } from '../text/figure.ts';
import type { Statement } from '../text/statement.ts';
import { inTime } from './growth-pairs.ts';
import { placeOfStatement } from './places.ts';

/** 由90%提高到95%，提高5%: the difference of two rates is in percentage points. */
export function percentOrPoints(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((change, at) => {
    if (change.role !== 'change' || change.figure.unit.text !== '%' || change.figure.approximate) return [];
    const [first, second] = statements.slice(Math.max(0, at - 2), at);
    if (!first || !second || ![first, second].every((each) => isRate(each, change))) return [];
    const pair = inTime(first, second, change);
    if (!pair || pair.before.figure.value.num === 0n) return [];
    const points = minus(pair.now.figure.value, pair.before.figure.value);
    const relative = times(divide(points, pair.before.figure.value), fraction(100));
    const stated = change.direction === 1 ? change.figure.value : negate(change.figure.value);
    const near = (value: typeof points): boolean =>
      compare(absolute(minus(value, stated)), lastDigit(change.figure)) < 0;
    if (near(relative)) return [];
    const isPoints = near(points);
    const calc = `${said(pair.before.figure)}到${said(pair.now.figure)}相差${inUnit(points, undefined)}个百分点（相对变化${inUnit(relative, undefined, 2)}%），文中写${said(change.figure)}${isPoints ? '；单位应为个百分点，请核对' : ''}`;
    const where = [change, pair.now, pair.before].map(placeOfStatement);
    return [
      finding({
        kind: isPoints ? 'unit' : 'growth',
        verdict: isPoints ? 'doubtful' : 'contradiction',
        severity: isPoints ? 'minor' : 'major',
        a: stated,
        b: points,
        calc,
        where,
      }),
    ];
  });
}

const isRate = (each: Statement, change: Statement): boolean =>
  each.role === 'level' &&
  each.figure.unit.text === '%' &&
  !each.figure.approximate &&
  each.paragraph === change.paragraph &&
  each.sentence === change.sentence;
