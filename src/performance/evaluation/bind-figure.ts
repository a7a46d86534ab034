import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { holding } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { countsOf, findMeasure, type Measure } from '#lib/measure.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { FigureKey, Note } from '../fields.ts';
import { asWriter } from './change.ts';
import { countsWithin } from './counts-within.ts';
import { evaluation } from './evaluation.ts';
import { columnOf, stateOf, type Figure } from './figure.ts';
import { knownFigures } from './known.ts';
import '../refusals.ts';

const MeasureName = Type.String({
  title: '统计指标',
  pattern: '^[a-z][a-z-]*\\.[a-z0-9-]+$',
  maxLength: 100,
});

const WITHIN = { organisation: '本单位', region: '全区' } as const;

interface Counting {
  readonly by: Person;
  readonly tree: OrganisationTree;
  /** The organisation or the region whose records are counted. */
  readonly place: string;
}
/** Whether somebody sees every record of a kind at a place, whichever column their sight goes by. */
function seesAll({ noun }: Measure, { by, tree, place }: Counting): boolean {
  const anywhere = Object.fromEntries(Object.values(noun.see).map((column) => [column, place]));
  return permit(noun.see, by, anywhere, tree) === 'allowed';
}
/** What a figure is counted from is open to all who may read the evaluation: so who binds it must see it themselves. */
function refuseUnseen(name: string, counting: (count: Measure) => Counting): void {
  const figure = findMeasure(name) ?? refuse('performance.no-measure', { measure: name });
  if (!countsOf(figure).every((each) => seesAll(each, counting(each))))
    refuse('performance.bind-unseen', { title: figure.title });
}

/** 绑定统计指标 — the figure is counted from the records instead of typed; binding again counts again. */
export const bindFigure = action(evaluation, {
  name: 'bind-figure',
  title: '绑定统计指标',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    key: FigureKey,
    measure: MeasureName,
    title: Type.Optional(Note('名称', 100)),
    unit: Type.Optional(Note('计量单位', 20)),
    within: Type.Optional(oneOf(WITHIN, '统计范围')),
  }),
  needs: { tree: holding(organisationTree) },
  decide({ evaluation: mine, input, by, tree }) {
    refuseUnseen(input.measure, (count) => ({
      by,
      tree,
      place: countsWithin(count, input.within) ? mine.organisation : mine.region,
    }));
    const known = knownFigures.get(columnOf(input.key)) ?? mine.figures[input.key];
    const title = input.title ?? known?.title;
    const unit = input.unit ?? known?.unit;
    if (title === undefined || unit === undefined)
      return refuse(
        'performance.figure-title',
        { count: 1 },
        { fields: [{ path: 'title', message: '请填写名称和计量单位' }] },
      );
    const figure: Figure = {
      title,
      unit,
      value: null,
      state: 'blank',
      basis: 'measure',
      source: input.measure,
      evidence: [],
      note: '',
      reading: null,
      ...(input.within === 'region' ? { within: input.within } : {}),
    };
    return {
      state: 'draft',
      figures: { ...mine.figures, [input.key]: figure },
      writers: asWriter(mine, by),
    };
  },
});

/** The system enters what the measure said, with numerator, denominator, definition and ledger number. */
export const takeReading = action(evaluation, {
  name: 'take-reading',
  title: '登记统计结果',
  may: { system: 'anyone' },
  hidden: true,
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    key: FigureKey,
    value: Type.Union([Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?$' }), Type.Null()], { title: '数值' }),
    reading: Type.Object({
      measure: MeasureName,
      version: Type.Integer(),
      basis: Type.String(),
      numerator: Type.String(),
      denominator: Type.Union([Type.String(), Type.Null()]),
      seq: Type.String(),
    }),
  }),
  decide({ evaluation: mine, input }) {
    const figure = mine.figures[input.key];
    // Unbound or bound to another measure meanwhile: what was counted is no longer wanted.
    if (figure?.basis !== 'measure' || figure.source !== input.reading.measure)
      return refuse('performance.not-bound');
    const read = { ...figure, value: input.value, state: stateOf(input.value), reading: input.reading };
    return { state: 'draft', figures: { ...mine.figures, [input.key]: read } };
  },
});
