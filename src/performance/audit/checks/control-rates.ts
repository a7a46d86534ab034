import type { Finding } from '../audit.ts';
import type { Concept } from '../facts/concepts.ts';
import type { Aspect, Fact } from '../facts/fact.ts';
import { keyOf, OF_ALL_KEY } from '../facts/scope.ts';
import { factOf } from '../facts/store.ts';
import { finding, inUnit } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { isOwnPeriod } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

type Stated = readonly [Concept, Aspect];
interface Definition {
  readonly name: RegExp;
  /** What over what; any that holds is meant (财预〔2013〕53号, and forms that compare with last year). */
  readonly pairs: readonly (readonly [Stated, Stated])[];
}

const DEFINITIONS: readonly Definition[] = [
  {
    name: /^(?:财政供养人员|在职人员|人员)控制率$/,
    pairs: [
      [
        ['staffInPost', 'actual'],
        ['posts', 'actual'],
      ],
      [
        ['staff', 'actual'],
        ['posts', 'actual'],
      ],
    ],
  },
  { name: /^三公经费(?:支出)?控制率$/, pairs: pairsOf('threePublic') },
  { name: /^公用经费(?:支出)?控制率$/, pairs: pairsOf('operating') },
];

function pairsOf(concept: Concept): Definition['pairs'] {
  return (['budget', 'adjusted', 'last', 'last-budget'] as const).map((aspect) => [
    [concept, 'actual'],
    [concept, aspect],
  ]);
}

/** 在职人员控制率96.67% in one section, 编制60名 and 在职58人 in another: asked about where no figures bear it out. */
export function controlRates({ statements, facts, scopes, document }: Reading): readonly Finding[] {
  return statements.flatMap((rate) => {
    const name = tight(rate.subject).replace(/(?:为|是|达到?|[:：])+$/, '');
    const definition = name.length > 16 ? undefined : DEFINITIONS.find((each) => each.name.test(name));
    const isOwn =
      rate.role === 'level' &&
      rate.figure.unit.dimension === 'rate' &&
      !rate.figure.approximate &&
      isOwnPeriod(rate.period, document.year) &&
      keyOf(scopes.ofParagraph(rate.paragraph)) === OF_ALL_KEY;
    return definition && isOwn ? rateFinding(rate, name, knownPairs(definition, facts)) : [];
  });
}

interface Pair {
  readonly top: Fact;
  readonly under: Fact;
}

const knownPairs = ({ pairs }: Definition, facts: readonly Fact[]): readonly Pair[] =>
  pairs.flatMap(([over, below]) => {
    const [top, under] = [factOf(facts, ...over), factOf(facts, ...below)];
    return top && under ? [{ top, under }] : [];
  });

function rateFinding(rate: Statement, name: string, pairs: readonly Pair[]): readonly Finding[] {
  const tried = pairs.flatMap(({ top, under }) => {
    const computed = percentOf(top.figure, under.figure);
    return computed ? [{ top, under, computed, verdict: rateCloseness(rate.figure, computed) }] : [];
  });
  const shown = tried.find(({ verdict }) => verdict !== 'contradiction') ?? tried[0];
  if (!shown) return [];
  const { top, under, computed } = shown;
  const { unit } = rate.figure;
  // Bound by its own definition: what else stands near it is no other reading.
  const { line, place, text } = placeOfStatement(rate);
  const decimals = Math.max(2, rate.figure.decimals);
  const isAsked = shown.verdict === 'contradiction';
  const calc = `${name}${said(rate.figure)}；${said(top.figure)} ÷ ${said(under.figure)} = ${inUnit(computed.middle, unit, decimals)}${unit.text}${isAsked ? '；请说明计算口径' : ''}`;
  return [
    finding({
      kind: 'rate',
      verdict: isAsked ? 'doubtful' : shown.verdict,
      ...(isAsked ? { severity: 'minor' as const } : {}),
      a: rate.figure.value,
      b: computed.middle,
      unit,
      decimals,
      calc,
      where: [{ line, place, text }, top.place, under.place],
    }),
  ];
}
