import type { AuditedDocument } from '../audit.ts';
import type { Table } from '../tables/table.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { Statement } from '../text/statement.ts';
import type { Aspect, Fact } from './fact.ts';
import { scopeOf, WHOLE, withinTitle, type Scope } from './scope.ts';

/** Where everything of one document stands. */
export interface Scopes {
  readonly ofParagraph: (index: number) => Scope;
  readonly ofTable: (table: Table) => Scope;
  /** The fact with its scope, and planned where its headings say so. */
  readonly ofFact: (fact: Fact, statement: Statement) => Fact;
}

export function scopesOf(
  paragraphs: readonly Paragraph[],
  document: AuditedDocument,
  members: ReadonlySet<string>,
): Scopes {
  const named = { ...document, unit: ownUnit(document, paragraphs), members };
  // A budget in its title is a budget throughout, and its parts add up as those of accounts do.
  const isBudget = /预算/.test(document.title) && !/决算|绩效|执行|自评/.test(document.title);
  const known = new Map<string, Scope>();
  const of = (trail: readonly string[]): Scope => {
    const key = trail.join('\n');
    const scope = known.get(key) ?? scopeOf(trail, named);
    known.set(key, scope);
    return isBudget ? { ...scope, stage: '' } : scope;
  };
  const tables = new Map<Table, Scope>();
  const remember = (table: Table, scope: Scope): Scope => {
    tables.set(table, scope);
    return scope;
  };
  const scopes = paragraphs.map(({ above: { trail, label } }) =>
    of(label === '' ? trail : [...trail, label]),
  );
  let last: { readonly paragraph: number; readonly scoped: (fact: Fact) => Fact } | undefined;
  const starts = paragraphs.map(({ lineAt }) => lineAt(0));
  const ofParagraph = (index: number): Scope => scopes[index] ?? WHOLE;
  return {
    ofParagraph,
    ofTable: (table) =>
      tables.get(table) ??
      remember(
        table,
        withinTitle(
          of(paragraphs[lastBefore(starts, table.rows[0]?.line ?? 0)]?.above.trail ?? []),
          {
            title: table.title,
            rows: table.rows.slice(0, 200).map(({ label }) => label),
            heads: table.columns.filter(({ kind }) => kind === 'label').map(({ name }) => name),
          },
          named,
        ),
      ),
    ofFact: (fact, { paragraph }) => {
      // Statements come paragraph by paragraph; a paragraph of a thousand figures is of one scope.
      if (last?.paragraph !== paragraph) {
        const trail = paragraphs[paragraph]?.above.trail ?? [];
        const spots = [`section ${trail.join('/')}`, `paragraph ${paragraph}`];
        last = { paragraph, scoped: scopedBy(ofParagraph(paragraph), spots) };
      }
      return last.scoped(fact);
    },
  };
}

/** A name that stands often may be that of one unit of many; the title or a form's line says whose paper it is. */
const ownUnit = ({ title, unit }: AuditedDocument, paragraphs: readonly Paragraph[]): string | null =>
  unit !== null &&
  (title.includes(unit) ||
    paragraphs.some(
      ({ text }) => text.length < 80 && /(?:单位|部门)[^。:]{0,8}:/.test(text) && text.includes(unit),
    ))
    ? unit
    : null;

/** The last of the ascending lines that is not below this one. */
function lastBefore(starts: readonly number[], line: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What stands below 年初预算安排 is planned, unless its own words say what was spent. */
const PLANNED: Partial<Readonly<Record<Aspect, Aspect>>> = { actual: 'budget', last: 'last-budget' };

export function scopedBy(scope: Scope | undefined, spots: readonly string[]): (fact: Fact) => Fact {
  if (!scope) return (fact) => ({ ...fact, spots });
  const shared = scope.stage === '' ? scope : { ...scope, stage: '' as const };
  return (fact) => {
    const planned = scope.stage === 'plan' && !/决算|执行|实际|完成|编制|在职|实有/.test(fact.name);
    const aspect = planned ? (PLANNED[fact.aspect] ?? fact.aspect) : fact.aspect;
    return { ...fact, aspect, scope: shared, spots };
  };
}
