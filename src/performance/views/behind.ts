import { Type } from 'typebox';
import { publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import { statements } from '#lib/db/transaction.ts';
import { nounShown } from '#lib/http/program.ts';
import { timelineOf } from '#lib/http/timeline.ts';
import { findBehind, nounsBehind, type Part } from '#lib/measure-list.ts';
import type { AnyMeasure } from '#lib/measure.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { recordsOfYear, type Records } from '#ledger/index.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import { placesOf } from '../evaluation/read-measures.ts';
import { getEvaluation } from './find.ts';
import { readers, which } from './rights.ts';

/* Whoever may see an evaluation may read what its counted figures were counted from, and nothing else of those records' kind. */

interface Bound {
  readonly row: Evaluation;
  readonly measure: AnyMeasure;
  readonly places: readonly string[] | undefined;
}
/** The measure that a figure of an evaluation was read from, and where it was counted. */
function boundOf(row: Evaluation, key: string, app: App): Bound {
  const figure = row.figures[key];
  const name = figure?.reading?.measure ?? refuse('performance.not-counted');
  const measure =
    app.modules.flatMap((module) => module.measures).find((each) => each.name === name) ??
    refuse('performance.no-measure', { measure: name });
  return { row, measure, places: placesOf(measure, { row, within: figure?.within }, app) };
}

interface Wanted {
  readonly part?: Part | undefined;
  readonly after?: string | undefined;
  readonly only?: string | undefined;
  readonly limit: number;
}
/** What stands behind it, counted anew by the expressions of the measure. */
const behindOf = ({ row, measure, places }: Bound, wanted: Wanted, app: App): Promise<Records> =>
  recordsOfYear(
    { modules: app.modules, query: app.query },
    { ...wanted, name: measure.name, year: row.year, places },
  );

function nounOf(measure: AnyMeasure): Noun {
  const [noun] = nounsBehind(findBehind(measure)!);
  return noun!;
}

const PAGE = 50;
const figureOf = { ...which, figure: Type.String({ title: '数据', minLength: 1, maxLength: 120 }) };

const OF_EVERY_ROW = ['id', 'version', 'number', 'state'];
/** What figures are counted by: times, states, places and choices; neither a word that somebody wrote nor a person. */
function countedOf(noun: Noun, row: object): Readonly<Record<string, unknown>> {
  const columns: Readonly<Record<string, { readonly isMeasured: boolean }>> = noun.columns;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => OF_EVERY_ROW.includes(name) || columns[name]?.isMeasured === true),
  );
}

/** 自评数据背后的记录 — `{ noun, title, basis, items, next, count }`; of a rate the numerator's, or what it lacks (`part=rest`). */
export const figureRecordsView = view({
  name: 'performance.figure-records',
  title: '查看自评数据背后的记录',
  path: '/evaluations/{key}/figures/{figure}/records',
  may: readers,
  query: Type.Object({
    ...figureOf,
    part: Type.Optional(
      Type.String({ title: '比率的哪一方（缺省为分子）', enum: ['numerator', 'denominator', 'rest'] }),
    ),
    after: Type.Optional(Type.String({ title: '上一页最后一条的标识', format: 'uuid' })),
  }),
  read: async ({ query, by, app, db }) => {
    const bound = boundOf(await getEvaluation(query, { by, app }), query.figure, app);
    const wanted = { part: query.part as Part | undefined, after: query.after, limit: PAGE };
    const page = await behindOf(bound, wanted, { ...app, query: statements(db) });
    const { title, basis } = bound.measure;
    const noun = nounOf(bound.measure);
    return {
      noun: nounShown(noun),
      title,
      basis,
      ...page,
      items: page.items.map((each) => countedOf(noun, each)),
    };
  },
});

/** The record with its masks, as it stands now; refuses one that the figure does not count. */
async function getBehind(bound: Bound, id: string, app: App) {
  const parts: readonly Part[] = bound.measure.kind === 'rate' ? ['denominator', 'numerator'] : ['numerator'];
  for (const part of parts) {
    const { items } = await behindOf(bound, { part, only: id, limit: 1 }, app);
    if (items.length > 0) {
      const noun = nounOf(bound.measure);
      const [record] = await app.query(`select * from ${noun.table} where id = $1`, [id]);
      if (record) return { noun, row: rowFrom(noun, record) };
    }
  }
  return refuse('lib.not-found');
}

/** 自评数据背后的一条记录 — to be read only: `{ noun, row, timeline, sealedUpTo }`, each line with the number of its ledger entry. */
export const figureRecordView = view({
  name: 'performance.figure-record',
  title: '查看自评数据背后的一条记录',
  path: '/evaluations/{key}/figures/{figure}/records/{record}',
  may: readers,
  query: Type.Object({ ...figureOf, record: Type.String({ title: '记录', format: 'uuid' }) }),
  read: async ({ query, by, app }) => {
    const bound = boundOf(await getEvaluation(query, { by, app }), query.figure, app);
    const { noun, row } = await getBehind(bound, query.record, app);
    const [sealed] = await app.query('select coalesce(max(last_seq), 0) as seq from ledger_block', []);
    return {
      noun: nounShown(noun),
      row: countedOf(noun, publicRow(noun, row)),
      // Who did what when, and where it stands in the ledger; what was said is read by whoever may see the record itself.
      timeline: (await timelineOf(app, row.id)).map((line) => ({ ...line, details: {} })),
      sealedUpTo: Number(sealed!['seq']),
    };
  },
});
