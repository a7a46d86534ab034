import { afterAll, beforeAll, expect, test } from 'vitest';
import { dismissChildren } from '#documents/index.ts';
import { rowFrom } from '#lib/action/engine/rows.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';
import { evaluation, type Evaluation } from './evaluation.ts';
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
  await bureau.act(bureau.people.writer, 'evaluation.bind-figure', input, id);
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
  expect(strict).toMatchObject({ imported: 0, changed: 0, broken: [{ row: 2, field: 'title' }] });
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
