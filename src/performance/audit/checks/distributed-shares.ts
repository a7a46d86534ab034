import { equal, sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { isNamedBy, namedBase } from './share-bases.ts';
import { shownName } from '../text/shown-name.ts';

const MOST = 8;
const BACK = 24;
const OPENS =
  /(?:占[^，,。;]{0,12}?分别(?:为|是|达)?|分别占[^，,。;]{0,12}?|(?:占比|比重|比例)分别(?:为|是|达)?)$/;

/** 咨询60件、投诉40件，分别占60%和40%: the shares go with the members of the list in their order. */
export const distributedShares = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((first, at) => {
    if (first.figure.unit.dimension !== 'rate' || !OPENS.test(tight(first.subject))) return [];
    const shares = [first, ...followersOf(statements.slice(at + 1, at + MOST), first)];
    const parts = partsBefore(statements.slice(Math.max(0, at - MOST), at), shares);
    if (shares.length < 2 || parts.length !== shares.length) return [];
    const before = statements.slice(Math.max(0, at - BACK), at).filter((other) => !parts.includes(other));
    return findingsOf(shares, parts, before);
  });

const followersOf = (rest: readonly Statement[], first: Statement): readonly Statement[] => {
  const end = rest.findIndex(
    (each) =>
      each.sentence !== first.sentence ||
      each.paragraph !== first.paragraph ||
      each.figure.unit.dimension !== 'rate' ||
      !/^[、和与及]?$/.test(tight(each.subject).replace(/占$/, '')),
  );
  return end < 0 ? rest : rest.slice(0, end);
};

/** As many amounts as there are shares, one behind the other right before them. */
function partsBefore(before: readonly Statement[], shares: readonly Statement[]): readonly Statement[] {
  const parts = before.slice(-shares.length);
  const [one] = parts;
  const fits = parts.every(
    (part) =>
      isAmount(part) && part.segment === shares[0]?.segment && one && sameUnit(part.figure, one.figure),
  );
  // A list with one more member is another list.
  const more = before.at(-shares.length - 1);
  const isLonger =
    parts[0]?.mark === '、' && more !== undefined && isAmount(more) && more.segment === one?.segment;
  return fits && !isLonger ? parts : [];
}

const isAmount = ({ role, figure }: Statement): boolean =>
  role === 'level' && !figure.approximate && ['count', 'money'].includes(figure.unit.dimension);

interface Whole {
  readonly figure: Figure;
  readonly statements: readonly Statement[];
}

function findingsOf(
  shares: readonly Statement[],
  parts: readonly Statement[],
  before: readonly Statement[],
): readonly Finding[] {
  const [one] = parts as [Statement];
  const [first] = shares as [Statement];
  const list = { ...one.figure, value: sum(parts.map(({ figure }) => figure.value)) };
  const wholes: readonly Whole[] = [
    ...before
      .filter(
        (other) =>
          (other.paragraph === one.paragraph || isNamedBy(other, namedBase(first))) &&
          isAmount(other) &&
          sameUnit(other.figure, one.figure),
      )
      .map((other) => ({ figure: other.figure, statements: [other] })),
    { figure: { ...list, printed: parts.map(({ figure }) => figure.printed).join(' + ') }, statements: [] },
  ];
  const tried = wholes.map((whole) => ({ whole, verdicts: verdictsOf(shares, parts, whole) }));
  const held = tried.find(({ verdicts }) => verdicts.every((verdict) => verdict !== 'contradiction'));
  if (held) return described(shares, parts, held.whole, held.verdicts);
  // All but one are of this whole: that one is not.
  const near = tried.filter(
    ({ verdicts }) => verdicts.filter((verdict) => verdict === 'contradiction').length === 1,
  );
  const [only, ...others] = near;
  const isOnly = only && others.every(({ whole }) => equal(whole.figure.value, only.whole.figure.value));
  return isOnly ? described(shares, parts, only.whole, only.verdicts) : [];
}

const verdictsOf = (
  shares: readonly Statement[],
  parts: readonly Statement[],
  whole: Whole,
): readonly Closeness[] =>
  shares.map((share, at) => {
    const computed = percentOf((parts[at] as Statement).figure, whole.figure);
    return computed ? rateCloseness(share.figure, computed) : 'contradiction';
  });

const described = (
  shares: readonly Statement[],
  parts: readonly Statement[],
  { figure, statements }: Whole,
  verdicts: readonly Closeness[],
): readonly Finding[] =>
  shares.flatMap((share, at): readonly Finding[] => {
    const part = parts[at] as Statement;
    const computed = percentOf(part.figure, figure);
    if (!computed) return [];
    const { unit } = share.figure;
    const decimals = Math.max(2, share.figure.decimals);
    const of = statements.length > 0 ? said(figure) : `(${figure.printed})`;
    const calc = `${shownName(part.subject)}占比${said(share.figure)}；${said(part.figure)} ÷ ${of} = ${inUnit(computed.middle, unit, decimals)}%`;
    const where = [share, part, ...statements].map(placeOfStatement);
    const verdict = verdicts[at] ?? 'consistent';
    const { value: a } = share.figure;
    return [finding({ kind: 'rate', verdict, a, b: computed.middle, unit, decimals, calc, where })];
  });
