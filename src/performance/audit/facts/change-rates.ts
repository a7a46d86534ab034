import { quote, tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { conceptName } from './concepts.ts';
import type { Fact } from './fact.ts';
import { isInSentenceOf } from './of-part.ts';
import { conceptIn } from './owner.ts';
import type { Scopes } from './scopes.ts';

/** A change that is called a rate: 变动率-7.43%, 旅游收入增长率11.25%. */
export const CHANGE_RATE = /(?:变动|变化|增减|增长|调整)率(?:为|是|[:：])?$/;
const BARE = /^(?:变动|变化|增减|增长|调整)率$/;
// A sentence names its subject within a few figures.
const BACK = 8;

/** Changes that are rates of their own name; a bare one has the name its sentence began with. Only score rows ask for them. */
export const changeRateFacts = (statements: readonly Statement[], scopes: Scopes): readonly Fact[] =>
  statements.flatMap((rate, at): readonly Fact[] => {
    if (rate.role !== 'change' || rate.figure.unit.dimension !== 'rate' || rate.figure.approximate) return [];
    if (!CHANGE_RATE.test(tight(rate.subject))) return [];
    const own = coreName(rate.subject);
    const owner = BARE.test(own) ? ownerOf(rate, statements.slice(Math.max(0, at - BACK), at)) : '';
    if (owner === undefined) return [];
    const place = { line: rate.line, place: rate.section || '正文', text: quote(rate.text) };
    const { figure } = rate;
    const fact: Fact = {
      name: `${owner}${own}`,
      concept: undefined,
      aspect: 'other',
      figure,
      place,
      source: 'text',
      whole: true,
    };
    return [scopes.ofFact(fact, rate)];
  });

/** 三公经费支出31.52万元（…），上年为33.08万元，变动率-4.72%: of the last known thing outside brackets. */
function ownerOf(rate: Statement, before: readonly Statement[]): string | undefined {
  const named = before.findLast(
    (other) =>
      isInSentenceOf(other, rate) &&
      other.role === 'level' &&
      other.depth === rate.depth &&
      conceptIn(other) !== undefined,
  );
  const concept = named && conceptIn(named);
  return concept && conceptName(concept);
}
