import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { shownName } from '../text/shown-name.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, type Closeness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

/** A whole a share may be of, and how near it comes. */
export interface Tried {
  readonly whole: Statement;
  readonly verdict: Closeness;
}

/** A share with the part and the whole it is reckoned from. */
export function shareOf(share: Statement, part: Statement, tried: Tried, unsure = false): Finding {
  const b = percentOf(part.figure, tried.whole.figure)?.middle ?? share.figure.value;
  const { unit } = share.figure;
  const decimals = Math.max(2, share.figure.decimals);
  const whole = `${shownName(tried.whole.subject)}${said(tried.whole.figure)}`;
  const working = `${shownName(part.subject)}${said(part.figure)} ÷ ${whole} = ${inUnit(b, unit, decimals)}%`;
  const calc = `占比${said(share.figure)}；${working}${unsure ? '；请说明以哪个总数为基数' : ''}`;
  const where = [share, part, tried.whole].map(placeOfStatement);
  return finding({
    kind: 'rate',
    verdict: unsure ? 'doubtful' : tried.verdict,
    a: share.figure.value,
    b,
    unit,
    decimals,
    calc,
    where,
  });
}
