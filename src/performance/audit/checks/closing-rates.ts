import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const RATE = /^(?:总|综合)?(?:审执结|审结|执结|结案)率(?:为|达到?|[:：])?$/;
const CLOSED = /^(?:已|共|全年)*(?:审理执结|审执结|审结执结|审结|执结|结案)(?:各类)?(?:案件)?$/;
const TAKEN = /(?<!新)(?:受理|收)(?:各类)?(?:一审|二审|民商?事|刑事|行政|执行)?(?:案件?)?(?:共|总数)?$/;

/** 受理案件4126件，审执结3248件，结案率78.7%: what was closed of what was taken, side by side; nothing further off is meant. */
export const closingRates = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((rate, at) => {
    if (rate.role !== 'level' || rate.figure.unit.dimension !== 'rate' || rate.figure.approximate) return [];
    if (!RATE.test(coreName(rate.subject))) return [];
    const beside = statements
      .slice(Math.max(0, at - 5), at)
      .filter((other) => other.paragraph === rate.paragraph && other.segment === rate.segment);
    const flat = beside.filter((other) => other.depth === rate.depth);
    const [taken, closed] = flat.slice(-2);
    if (!taken || !closed || !isOf(taken, TAKEN) || !isOf(closed, CLOSED)) return [];
    if (!sameUnit(taken.figure, closed.figure) || closed.opens) return [];
    if (compare(closed.figure.value, taken.figure.value) > 0) return [];
    const computed = percentOf(closed.figure, taken.figure);
    if (!computed) return [];
    const verdict = rateCloseness(rate.figure, computed);
    const { unit } = rate.figure;
    const decimals = Math.max(2, rate.figure.decimals);
    const calc = `${shownName(rate.subject)}${said(rate.figure)}；${said(closed.figure)} ÷ ${said(taken.figure)} = ${inUnit(computed.middle, unit, decimals)}${unit.text}`;
    const where = [rate, closed, taken].map(placeOfStatement);
    return [
      finding({
        kind: 'rate',
        verdict,
        a: rate.figure.value,
        b: computed.middle,
        unit,
        decimals,
        calc,
        where,
      }),
    ];
  });

const isOf = ({ role, figure, subject }: Statement, name: RegExp): boolean =>
  role === 'level' &&
  !figure.approximate &&
  figure.unit.dimension === 'count' &&
  name.test(coreName(tight(subject)));
