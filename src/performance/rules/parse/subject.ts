import { bareName } from '../metric-name.ts';
import { metricFor, metricNamed } from '../metrics.ts';
import type { Metric, Unit } from '../rule.ts';
import type { Source } from './draft.ts';

/** Two rates at once, or words that only say that something occurred. */
const NO_METRIC = /(?:率|度).*[、和及与].*(?:率|度)|均$|分别|^(?:出现|发现|发生|存在|有|无)/;

interface Chosen {
  readonly metric: Metric;
  readonly readings: readonly string[];
}

/**
 * The one metric a rule speaks of: its subjects, else the indicator's name. Undefined when two subjects are two
 * metrics. A dropped word is accepted and said (“三公经费”>0 for 三公经费变动率).
 */
export function chooseMetric(subjects: readonly string[], source: Source, unit: Unit): Chosen | undefined {
  const said = [...new Set(subjects.map(bareName).filter((each) => each !== '' && !VAGUE.test(each)))];
  const first = said.toSorted((a, b) => b.length - a.length)[0];
  const readings: string[] = [];
  for (const each of said) {
    if (each === first || isSame(each, first ?? '')) continue;
    if (!first?.includes(each)) return undefined;
    readings.push(`“${each}”读作“${first}”`);
  }
  const name = nameOf(first, source);
  if (name === '' || (first !== undefined && !metricNamed(first) && NO_METRIC.test(first))) return undefined;
  const metric = metricFor(name, unit, source.definition ?? source.clauses.definition);
  if (metric.unit === unit) return { metric, readings };
  return { metric: { id: `${bareName(name)}（${unit}）`, name: bareName(name), unit }, readings };
}

/** Words that name no metric of their own: the indicator's name says more. */
const VAGUE = /^(?:该|此|本|其|实际|年度)?(?:比率|比例|比重|率|指标值|数值|实际值|指标)$/;
/** 批复后20日内: when, not what. */
const WHEN = /(?:后|前|起|之日)$/;

/** The subject; else what a definition in the text defines; else the indicator's name, which also says more than 完成率 alone. */
function nameOf(subject: string | undefined, { name, clauses }: Source): string {
  const defined = /^([^=]{2,20})=/.exec(clauses.definition ?? '')?.[1];
  if (subject === undefined) return metricNamed(name) || defined === undefined ? name : defined;
  const bare = bareName(name);
  return WHEN.test(subject) || (metricNamed(name) && bare !== subject && bare.includes(subject))
    ? name
    : subject;
}

function isSame(a: string, b: string): boolean {
  const known = metricNamed(a);
  return known !== undefined && known.id === metricNamed(b)?.id;
}
