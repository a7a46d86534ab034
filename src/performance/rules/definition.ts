import { figure } from './figures.ts';
import type { KnownMetric } from './metric-name.ts';
import type { Formula, Term } from './rule.ts';

/** What forms call the figures; the most particular first. */
const FIGURES: readonly (readonly [RegExp, Term])[] = [
  [/^(?:实际)?(?:在职|在编|财政供养)人员(?:总)?数?$/, figure.staffOnPosts],
  [/^(?:人员)?编制(?:总)?(?:人)?数$/, figure.staffEstablished],
  [/^上年度?三公经费(?:预算数?|预算安排数?)$/, figure.publicBudgetBefore],
  [/^上年度?三公经费(?:决算|实际|支出|总)?(?:支出)?(?:总额|数|额|决算数?)?$/, figure.publicActualBefore],
  [/^(?:本年度?)?三公经费(?:预算安排|预算)数?$/, figure.publicBudget],
  [/^(?:本年度?)?三公经费(?:决算|实际|支出|总)?(?:支出)?(?:总额|数|额|决算数?)?$/, figure.publicActual],
  [/^重点项目支出(?:总额|数)?$/, figure.priority],
  [/^项目(?:总支出|支出总额)$/, figure.projects],
  [/^预算(?:调整|调剂)(?:总)?数$/, figure.adjusted],
  [/^(?:年初预算|部门年初预算)(?:安排)?(?:总)?数?$/, figure.initial],
  [/^(?:本年度?)?追加预算(?:总)?数?$/, figure.added],
  [/^(?:预算完成|预算执行|全年执行)数$/, figure.completed],
  [/^(?:部门)?(?:全年)?预算(?:总)?数$/, figure.budget],
  [/^支出预算(?:总)?数$/, figure.spendingBudget],
  [/^上年度?(?:累计)?结转结余(?:资金)?(?:总额|数)?$/, figure.carryOverBefore],
  [/^上年度?结转(?:资金)?(?:总额|数)?$/, figure.carriedIn],
  [/^(?:年末|当年|本年度?)结余(?:资金)?(?:总额|数)?$/, figure.surplus],
  [/^(?:本年度?)?(?:年末|累计)*结转结余(?:资金)?(?:总额|数)?$/, figure.carryOver],
  [/^实际(?:支出)?公用经费(?:支出)?(?:总额|数)?$/, figure.officeActual],
  [/^预算安排(?:的)?公用经费(?:总额|数)?$/, figure.officeBudget],
  [/^实际政?府?采购(?:金额|数)$/, figure.bought],
  [/^政?府?采购预算(?:金额|总额|数)?$/, figure.toBuy],
  [/^(?:实际)?在用固定资产(?:总额|数)?$/, figure.assetsInUse],
  [/^(?:所有|全部)?固定资产总?额$/, figure.assets],
];

/** The formula a definition states for this metric, when it reads whole and departs from the catalogue's. */
export function formulaIn(definition: string, known: KnownMetric): Formula | undefined {
  const bare = definition
    .normalize('NFKC')
    .replace(/[\s"'“”‘’]/g, '')
    .replace(/[×xX*·]/g, '×')
    .replace(/[－–—−]/g, '-');
  const match = /率=(.+?)(?:×100%?|[。;，,]|$)/.exec(bare);
  const [top, under, ...rest] = outer((match?.[1] ?? '').replace(/÷/g, '/')).split('/');
  if (!top || !under || rest.length > 0) return undefined;
  const read = { top: terms(top), under: terms(under) };
  if (!read.top || !read.under) return undefined;
  const formula: Formula = {
    top: read.top,
    under: read.under,
    ...(known.formula?.absolute && { absolute: true }),
  };
  return JSON.stringify(formula) === JSON.stringify(canonicalOrder(known.formula)) ? undefined : formula;
}

const canonicalOrder = (formula: Formula | undefined): Formula | undefined =>
  formula && {
    top: formula.top,
    ...(formula.under && { under: formula.under }),
    ...(formula.absolute && { absolute: true }),
  };

/** Strips brackets that enclose the whole: `[(A-B)/B]` → `(A-B)/B`. */
const outer = (text: string): string => {
  const inside = /^[[({](.*)[\])}]$/.exec(text)?.[1];
  return inside !== undefined && balanced(inside) ? outer(inside) : text;
};
function balanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if ('[({'.includes(char)) depth += 1;
    if ('])}'.includes(char)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function terms(text: string): readonly Term[] | undefined {
  const parts = outer(text).match(/[+-]?[^+-]+/g) ?? [];
  const read = parts.map((part) => {
    const name = part.replace(/^[+-]/, '');
    const found = FIGURES.find(([pattern]) => pattern.test(name))?.[1];
    return found && { ...found, sign: part.startsWith('-') ? (-1 as const) : (1 as const) };
  });
  return read.length > 0 && read.every((each) => each !== undefined) ? read : undefined;
}
