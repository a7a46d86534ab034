import { compare, fraction, times, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

/** The levels of one scale: nobody stands on two of them. */
const LEVEL =
  /^(?:评价为|认为|表示|的?)?(非常满意|很满意|十分满意|满意|比较满意|较满意|基本满意|一般|不太满意|不满意|非常不满意|很不满意|好评|中评|差评)(?:的|者|评价)?(?:有|为|共)?$/;
const GOOD = /^(?:非常|很|十分)?满意|好评/;
const BAD = /不|差评/;
const MIDDLE = /基本|比较|较|一般|中评/;
const ASKED = /回访|评价|调查|收回|回收|问卷|测评|抽查|受访|样本/;

/** 好评 gathers 非常满意, 满意 and 基本满意: it stands on another scale. */
const isGrade = (level: string): boolean => level.endsWith('评');

const levelOf = (statement: Statement): string | undefined =>
  LEVEL.exec(tight(coreName(statement.subject)))?.[1];

/** 回访640件，其中满意598件、基本满意21件、不满意21件. */
export function levels(statements: readonly Statement[]): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < statements.length; at += 1) {
    const scale = scaleAt(statements, at);
    const before = statements[at - 1];
    const nested = scale[0]?.opens === true && before !== undefined && levelOf(before) !== undefined;
    if (scale.length < 2 || nested) continue;
    found.push(...scaleFinding(scale, wholeBefore(statements, at, scale)));
    at += scale.length - 1;
  }
  return found;
}

/** Counts of different levels in one sentence; shares may stand between them. */
function scaleAt(statements: readonly Statement[], at: number): readonly Statement[] {
  const [first] = statements.slice(at, at + 1);
  if (!first || levelOf(first) === undefined || first.figure.unit.dimension !== 'count') return [];
  const scale: Statement[] = [];
  for (const each of statements.slice(at, at + 12)) {
    if (each.paragraph !== first.paragraph || each.sentence !== first.sentence) break;
    if (each.role === 'share') continue;
    const level = levelOf(each);
    const again = scale.some((other) => levelOf(other) === level);
    if (
      level === undefined ||
      again ||
      isGrade(level) !== isGrade(levelOf(first) ?? '') ||
      each.figure.unit.text !== first.figure.unit.text
    )
      break;
    if (scale.length > 0 && each.opens) break;
    scale.push(each);
  }
  return scale;
}

const wholeBefore = (
  statements: readonly Statement[],
  at: number,
  [first]: readonly Statement[],
): Statement | undefined =>
  statements
    .slice(Math.max(0, at - 8), at)
    .findLast(
      (other) =>
        first !== undefined &&
        other.role === 'level' &&
        (other.paragraph === first.paragraph
          ? first.sentence - other.sentence <= 1
          : first.paragraph - other.paragraph === 1 && first.sentence === 0) &&
        other.figure.unit.text === first.figure.unit.text &&
        ASKED.test(other.subject) &&
        !/主动|默认|未|发放|率/.test(other.subject),
    );

const MOST = fraction('0.9');

function scaleFinding(scale: readonly Statement[], whole: Statement | undefined): readonly Finding[] {
  if (!whole || [whole, ...scale].some(({ figure }) => figure.approximate)) return [];
  const { verdict, sum } = sumCloseness(
    whole.figure,
    scale.map(({ figure }) => figure),
  );
  const over = compare(sum, whole.figure.value) > 0;
  const names = scale.map((each) => levelOf(each) ?? '');
  const ends = names.some((name) => GOOD.test(name)) && names.some((name) => BAD.test(name));
  const complete = ends && names.some((name) => MIDDLE.test(name));
  if (verdict === 'contradiction' && !over && !ends) return [];
  // Who said nothing stands on no level.
  const near = compare(sum, times(whole.figure.value, MOST)) >= 0;
  const firm = over || (complete && near);
  const stated = verdict === 'contradiction' && !firm ? 'doubtful' : verdict;
  return [described(whole, scale, { verdict: stated, sum })];
}

function described(
  whole: Statement,
  scale: readonly Statement[],
  { verdict, sum }: { readonly verdict: Finding['verdict']; readonly sum: Fraction },
): Finding {
  const { unit } = whole.figure;
  const terms = scale.map((each) => `${levelOf(each) ?? ''}${said(each.figure)}`).join(' + ');
  const ask = verdict === 'doubtful' ? '；其余是否未作评价，请说明' : '';
  const calc = `${shownName(whole.subject)}${said(whole.figure)}；${terms} = ${inUnit(sum, unit)}${unit.text}${ask}`;
  const where = [whole, ...scale].map(placeOfStatement);
  return finding({ kind: 'sum', verdict, a: whole.figure.value, b: sum, unit, calc, where });
}
