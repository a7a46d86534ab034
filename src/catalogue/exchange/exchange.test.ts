import { afterAll, beforeAll, expect, test } from 'vitest';
import { dismissChildren } from '#documents/index.ts';
import { startTestServer, type TestServer } from '#lib/testing/server.ts';
import type { Elements } from '../elements/elements.ts';
import { importItems } from '../reading/import-items.ts';
import { previewItems } from '../reading/preview.ts';
import { catalogueOffice, DISTRICT, type CatalogueOffice } from '../testing/office.ts';
import { exportItems } from './export-items.ts';

let office: CatalogueOffice;
let server: TestServer;
const bytesOf = (rows: unknown) => new TextEncoder().encode(JSON.stringify(rows));
const full: Elements = {
  name: '取水许可',
  type: 'licence',
  body: '区水利局',
  implementingCode: 'LOCAL-CODE',
  basis: '《取水许可和水资源费征收管理条例》第二条\n第三条，"引号"和、顿号',
  process: ['受理、审查', '决定'],
  specialProcedures: [],
  legalLimit: { days: 45, unit: 'natural' },
  audience: ['person', 'company'],
  consultPhone: '+86 730 8170000',
  hasFee: false,
  visits: 1,
  startsOn: '2021-01-01',
  materials: [
    {
      name: '取水申请书',
      need: 'required',
      kind: 'original',
      copies: 2,
      specification: 'A4｜双面',
      source: null,
      basis: null,
      hint: '请填全；否则退回',
      standard: null,
      mayFollow: false,
    },
  ],
};
beforeAll(async () => {
  office = await catalogueOffice();
  server = await startTestServer(office.app);
  await office.record('SL-0001', full);
  await office.record('SL-0002', { name: '取水许可变更' });
});
afterAll(async () => {
  dismissChildren();
  await server.close();
  await office.close();
});

test.each(['json', 'csv', 'xlsx'] as const)(
  'what is exported as %s imports again unchanged',
  async (format) => {
    const { bytes, count } = await exportItems(office.app, { place: DISTRICT, format });
    expect(count).toBe(2);
    expect(await importItems(office.app, { name: `items.${format}`, bytes })).toEqual({
      imported: 0,
      changed: 0,
      unchanged: 2,
      broken: [],
    });
  },
);

test('the preview tells new, changed element by element, unchanged and broken, and writes nothing', async () => {
  const rows = [
    { code: 'SL-0001', place: DISTRICT, elements: full },
    { code: 'SL-0002', place: DISTRICT, elements: { promisedLimit: { days: 5, unit: 'working' } } },
    { code: 'SL-0003', place: DISTRICT, elements: { name: '新的', type: 'licence', body: '区水利局' } },
    { code: 'SL-0004', place: DISTRICT, elements: { name: '坏的', visits: 'once' } },
  ];
  const preview = await previewItems(office.app, { name: 'a.json', bytes: bytesOf(rows) });
  expect(preview).toMatchObject({
    new: [{ row: 3, code: 'SL-0003', name: '新的' }],
    changed: [
      {
        row: 2,
        code: 'SL-0002',
        differences: [{ field: 'promisedLimit', own: null, theirs: '5 工作日' }],
      },
    ],
    unchanged: [{ row: 1, code: 'SL-0001' }],
    broken: [{ row: 4, field: 'visits' }],
  });
  const [{ n } = {}] = await office.app.query('select count(*)::integer as n from item', []);
  expect(n).toBe(2);
});

test('the desk uploads a file to look at it first, and takes the catalogue away', async () => {
  const form = new FormData();
  form.set(
    'file',
    new Blob([JSON.stringify([{ code: 'SL-0009', place: DISTRICT, elements: full }])]),
    'a.json',
  );
  const preview = await fetch(`${server.url}/api/items/preview`, { method: 'POST', body: form });
  expect(await preview.json()).toMatchObject({ new: [{ code: 'SL-0009' }], broken: [] });
  const imported = await fetch(`${server.url}/api/items/import`, { method: 'POST', body: form });
  expect(await imported.json()).toEqual({ imported: 1, changed: 0, unchanged: 0, broken: [] });
  const file = await fetch(`${server.url}/api/items/file?format=csv&place=${DISTRICT}`);
  expect((await file.text()).split('\r\n')[0]).toMatch(/^\ufeff?编码,目录所属区划,事项名称/);
});
