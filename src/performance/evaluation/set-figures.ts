import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { Amount, FigureKey, Note } from '../fields.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';
import { readFigures } from './read-figures.ts';
import '../refusals.ts';

const TypedFigure = Type.Object({
  key: FigureKey,
  value: Type.Optional(Amount('数值；留空为空白')),
  isNotApplicable: Type.Optional(Type.Boolean({ title: '不适用' })),
  title: Type.Optional(Note('名称', 100)),
  unit: Type.Optional(Note('计量单位', 20)),
  source: Type.Optional(Note('依据', 300)),
  evidence: Type.Optional(
    Type.Array(Type.String({ format: 'uuid', ref: 'attachment' }), { title: '佐证材料', maxItems: 20 }),
  ),
  note: Type.Optional(Note('说明', 500)),
});
const under = (name: string, faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.map(({ path, message }) => ({ path: `${name}.${path}`, message }));

/** 填写数据 — typed by hand, with where each figure comes from. */
export const setFigures = action(evaluation, {
  name: 'set-figures',
  title: '填写数据',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({ figures: Type.Array(TypedFigure, { title: '数据', minItems: 1, maxItems: 500 }) }),
  decide({ evaluation: mine, input, by }) {
    const { figures, faults } = readFigures(input.figures, {
      before: mine.figures,
      units: mine.units,
      basis: 'typed',
    });
    if (faults.length > 0)
      refuse('performance.number', { count: faults.length }, { fields: under('figures', faults) });
    return { state: 'draft', figures: { ...mine.figures, ...figures }, writers: asWriter(mine, by) };
  },
});

/** 导入数据 — all rows or none; who wants the sound rows of a faulty file sorts them out first (`import-rows.ts`). */
export const importFigures = action(evaluation, {
  name: 'import-figures',
  title: '导入数据',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    rows: Type.Array(TypedFigure, { title: '数据行', minItems: 1, maxItems: 2000 }),
    source: Type.String({ title: '来源文件', minLength: 1, maxLength: 200 }),
  }),
  decide({ evaluation: mine, input, by }) {
    const rows = input.rows.map((row) => ({ ...row, source: row.source ?? input.source }));
    const { figures, faults } = readFigures(rows, {
      before: mine.figures,
      units: mine.units,
      basis: 'imported',
    });
    if (faults.length > 0)
      refuse('performance.unreadable-rows', { count: faults.length }, { fields: under('rows', faults) });
    return { state: 'draft', figures: { ...mine.figures, ...figures }, writers: asWriter(mine, by) };
  },
});
