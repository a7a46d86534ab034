import { afterAll, beforeAll, expect, test } from 'vitest';
import { dismissChildren } from '#documents/index.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';
import { evaluation, type Evaluation } from './evaluation.ts';
import { readFigures } from './read-figures.ts';
import { importFigureFile } from './import-rows.ts';

let bureau: Bureau;
let id = '';
beforeAll(async () => {
  bureau = await openBureau();
  ({ id } = await seedEvaluation2020(bureau.app));
});
afterAll(async () => {
  await bureau.close();
  dismissChildren();
});

const figures = async (): Promise<Evaluation['figures']> => {
  const [record] = await bureau.app.query('select * from evaluation where id = $1', [id]);
  return (rowFrom(evaluation, record!) as Evaluation).figures;
};
const file = (text: string, name: string) => ({ name, bytes: new TextEncoder().encode(text) });

test('a bound figure is counted from the records and keeps its definition and ledger number', async () => {
  const input = {
    key: 'own.evaluations',
    measure: 'performance.evaluations-begun',
    title: '建立的自评',
    unit: '份',
  };
  // It counts the evaluations of the whole region, of which a writer sees those of their own organisation.
  await expect(bureau.act(bureau.people.writer, 'evaluation.bind-figure', input, id)).rejects.toMatchObject({
    code: 'performance.bind-unseen',
  });
  await bureau.act(bureau.people.countingWriter, 'evaluation.bind-figure', input, id);
  expect((await figures())['own.evaluations']).toMatchObject({ value: null, state: 'blank', reading: null });
  await bureau.settle();
  // The year 2020 is counted, and this evaluation was begun in 2021.
  expect((await figures())['own.evaluations']).toMatchObject({
    value: '0',
    state: 'zero',
    basis: 'measure',
    reading: { measure: 'performance.evaluations-begun', version: 1, numerator: '0', denominator: null },
  });
});

test('what is no sensible figure is refused at its field, in words', async () => {
  const typed = [
    ['procurement.budget', '1,2,3', 'value', '“1,2,3”不是数字'],
    ['procurement.actual', '50%', 'value', '“实际政府采购金额”的计量单位是万元，不能填写百分数'],
    ['fees.waived', '-1', 'value', '“减免报建规费”不能是负数'],
    ['orders.due', '-3', 'value', '“应办理工单”不能是负数'],
    [
      'card.total',
      '1234567890123456',
      'value',
      '“公务卡强制结算目录内支出（公务卡与现金合计）”超过15位，请核对',
    ],
    ['nothing.known', '1', 'key', '没有这个数据项；自设的数据项请同时填写名称和计量单位'],
    ['fees.waived', '2', 'key', '同一数据项重复填写'],
  ] as const;
  const work = bureau.act(
    bureau.people.writer,
    'evaluation.set-figures',
    { figures: typed.map(([key, value]) => ({ key, value })) },
    id,
  );
  await expect(work).rejects.toMatchObject({
    code: 'performance.number',
    fields: typed.map(([, , field, message], n) => ({ path: `figures.${n}.${field}`, message })),
  });
});

test.each([
  ['spending.surplus', '-12.5', '-12.5'],
  ['orders.inTimeRate', '99.95 ％', '99.95'],
  ['procurement.budget', '１，２００．５ 万元', '1200.5'],
  ['fees.waived', '-0', '0'],
  ['card.total', '999,999,999,999,999', '999999999999999'],
])('%s takes %s as %s', (key, text, value) => {
  const { figures: read, faults } = readFigures([{ key, value: text }], {
    before: {},
    units: [],
    basis: 'typed',
  });
  expect([faults, read[key]?.value]).toEqual([[], value]);
});

test('a text of nothing but spaces is refused; an empty one gives the part back to its template', async () => {
  const write = (text: string) =>
    bureau.act(bureau.people.writer, 'evaluation.write-narrative', { section: 'problems', text }, id);
  await expect(write(' \u3000\n')).rejects.toMatchObject({
    code: 'performance.blank-text',
    fields: [{ path: 'text', message: '不能只有空白' }],
  });
  await write('');
});

test('two writers at once lose nothing of each other', async () => {
  const { writer, all } = bureau.people;
  const set = (who: typeof writer, key: string, value: string) =>
    bureau.act(who, 'evaluation.set-figures', { figures: [{ key, value }] }, id);
  await Promise.all([set(writer, 'card.paid', '45'), set(all, 'card.total', '100')]);
  const now = await figures();
  expect([now['card.paid']?.value, now['card.total']?.value]).toEqual(['45', '100']);
});

test('of a JSON file the sound rows land and each broken one is named', async () => {
  const rows = [
    { key: 'procurement.actual', value: '190' },
    { key: 'procurement.budget', value: '二百' },
    { key: 'staff.actual', value: '38' },
    { key: 'card.paid', value: '46' },
  ];
  const result = await importFigureFile(bureau.app, { key: id }, file(JSON.stringify(rows), '台账.json'));
  expect(result).toEqual({
    imported: 1,
    changed: 1,
    unchanged: 1,
    broken: [{ row: 2, field: 'value', why: '“二百”不是数字' }],
  });
  expect((await figures())['procurement.actual']).toMatchObject({
    value: '190',
    basis: 'imported',
    source: '台账.json',
  });
});

test('of a table figures are found by their title too; strict lands nothing beside a broken row', async () => {
  const table =
    '<table><tr><td>名称</td><td>数值</td></tr><tr><td>政府采购预算数</td><td>200</td></tr><tr><td>不知名</td><td>1</td></tr></table>';
  const strict = await importFigureFile(bureau.app, { key: id, isStrict: true }, file(table, '台账.html'));
  expect(strict).toMatchObject({ imported: 0, changed: 0, broken: [{ row: 2, field: 'key' }] });
  const loose = await importFigureFile(bureau.app, { key: id }, file(table, '台账.html'));
  expect(loose).toMatchObject({ imported: 1, broken: [{ row: 2 }] });
  expect((await figures())['procurement.budget']?.value).toBe('200');
});

test.each([
  ['no JSON', '{'],
  ['no list', '{"key":"card.paid"}'],
])('%s is refused as such', async (_, text) => {
  const work = importFigureFile(bureau.app, { key: id }, file(text, '台账.json'));
  await expect(work).rejects.toMatchObject({ code: 'lib.shape' });
});

test('rows of the wrong kind are broken rows', async () => {
  const { broken } = await importFigureFile(
    bureau.app,
    { key: id },
    file('[null,5,{"key":"card.paid","value":{}}]', 'x.json'),
  );
  expect(broken.map((each) => each.row)).toEqual([1, 2]);
});
