import { quote, tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import { isOwnPeriod } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { conceptIn } from './owner.ts';
import { aspectOf, type Aspect, type Fact } from './fact.ts';
import type { Scopes } from './scopes.ts';

const LAST =
  /^(?:[比较与同]|相比)?(?:上年|去年|上一年)度?(?:同期)?(?:决算|实际|支出|执行)*数?的?(?:为|是|[:：])?$/;
const BUDGET = /^(?:[比较]|完成|占|控制在)?(?:年初|全年|当年)?预算(?:安排)?数?的?(?:为|是|[:：])?$/;

const aspectNamed = (subject: string): Aspect | undefined =>
  LAST.test(subject) ? 'last' : BUDGET.test(subject) ? 'budget' : undefined;

/** 三公经费支出18.4万元，比上年的20万元减少: what a figure is compared with is the same thing, of last year or as planned. */
export const comparedFacts = (
  statements: readonly Statement[],
  { year, scopes }: { readonly year: number | null; readonly scopes: Scopes },
): readonly Fact[] =>
  statements.flatMap((base, at): readonly Fact[] => {
    const now = statements[at - 1];
    const aspect = aspectNamed(tight(base.subject));
    const concept = now && conceptIn(now);
    if (!now || !concept || !aspect || !isBeside(now, base)) return [];
    if (!isOwnPeriod(now.period, year) || aspectOf(now.subject, year) !== 'actual') return [];
    const place = { line: base.line, place: base.section || '正文', text: quote(base.text) };
    const { figure } = base;
    const name = coreName(now.subject);
    const fact: Fact = { name, concept, aspect, figure, place, source: 'text', whole: true };
    return [scopes.ofFact(fact, base)];
  });

const isBeside = (now: Statement, base: Statement): boolean =>
  [now, base].every(
    ({ role, figure, opens, depth }) =>
      role === 'level' && !figure.approximate && figure.unit.dimension === 'money' && !opens && depth === 0,
  ) &&
  now.paragraph === base.paragraph &&
  now.segment === base.segment;
