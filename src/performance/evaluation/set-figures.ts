import { Type } from 'typebox';
import { attachment, type Attachment } from '#documents/index.ts';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { Amount, FigureKey, Note } from '../fields.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';
import { readFigures, type TypedFigure } from './read-figures.ts';
import '../refusals.ts';

const TypedFigureInput = Type.Object({
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
type Kept = readonly Pick<Attachment, 'id' | 'state'>[];

/** Evidence must be a file kept for this very report: another's id would prove nothing, or give something away. */
function evidenceFaults(typed: readonly TypedFigure[], kept: Kept): readonly FieldFault[] {
  const known = new Set(kept.filter((each) => each.state === 'kept').map((each) => each.id));
  return typed.flatMap(({ evidence = [] }, index) =>
    evidence.some((id) => !known.has(id))
      ? [{ path: `${index}.evidence`, message: '佐证材料不属于本报告，或已删除；请先在本页上传' }]
      : [],
  );
}
const filesOf = rows(attachment, ({ row }: { readonly row: { readonly id: string } }) => ({
  subject: row.id,
}));

const under = (name: string, faults: readonly FieldFault[]): readonly FieldFault[] =>
  faults.map(({ path, message }) => ({ path: `${name}.${path}`, message }));

/** 填写数据 — typed by hand, with where each figure comes from. */
export const setFigures = action(evaluation, {
  name: 'set-figures',
  title: '填写数据',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    figures: Type.Array(TypedFigureInput, { title: '数据', minItems: 1, maxItems: 500, keep: 'whole' }),
  }),
  needs: { files: filesOf },
  decide({ evaluation: mine, input, by, files }) {
    const read = readFigures(input.figures, { before: mine.figures, units: mine.units, basis: 'typed' });
    const { figures } = read;
    const faults = [...read.faults, ...evidenceFaults(input.figures, files)];
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
    rows: Type.Array(TypedFigureInput, { title: '数据行', minItems: 1, maxItems: 2000, keep: 'whole' }),
    source: Type.String({ title: '来源文件', minLength: 1, maxLength: 200 }),
  }),
  needs: { files: filesOf },
  decide({ evaluation: mine, input, by, files }) {
    const typed = input.rows.map((row) => ({ ...row, source: row.source ?? input.source }));
    const read = readFigures(typed, { before: mine.figures, units: mine.units, basis: 'imported' });
    const { figures } = read;
    const faults = [...read.faults, ...evidenceFaults(typed, files)];
    if (faults.length > 0)
      refuse('performance.unreadable-rows', { count: faults.length }, { fields: under('rows', faults) });
    return { state: 'draft', figures: { ...mine.figures, ...figures }, writers: asWriter(mine, by) };
  },
});
