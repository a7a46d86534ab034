import { afterAll, beforeAll, expect, test } from 'vitest';
import { offersOf } from '../demonstration/offers.ts';
import { catalogueOffice, type CatalogueOffice } from '../testing/office.ts';

const { code, elements } = offersOf(['甲镇人民政府'])[0]!;
let office: CatalogueOffice;
let id: string;
beforeAll(async () => {
  office = await catalogueOffice();
  id = (await office.record(code, elements)).row.id;
  await office.act(office.publisher, 'item.publish', {}, id);
});
afterAll(() => office.close());

type Hand = 'editor' | 'publisher';
const amend = (by: Hand, more: object) =>
  office.act(office[by], 'item.amend', { elements: { ...elements, ...more }, reason: '修改' }, id);

test('what is published takes no change with faults, whoever makes it', async () => {
  const vague = { materials: [{ ...elements.materials![0]!, name: '其他材料' }] };
  for (const by of ['editor', 'publisher'] as const)
    await expect(amend(by, vague)).rejects.toMatchObject({ code: 'catalogue.faulty' });
});

test.each([
  ['legalLimit', { days: 300, unit: 'working' }],
  ['promisedLimit', { days: 0, unit: 'working' }],
  ['materials', []],
  ['basis', '《中华人民共和国行政许可法》第十二条'],
] as const)('an editor alone does not change %s of what is published', async (key, value) => {
  await expect(amend('editor', { [key]: value })).rejects.toMatchObject({
    code: expect.stringMatching(/^catalogue\.(needs-publisher|faulty)$/) as string,
  });
});

test('an editor corrects what binds nobody, and the publisher a limit', async () => {
  const hours = { hours: '工作日 8:30–17:30' };
  expect((await amend('editor', hours)).row).toMatchObject({ state: 'published', edition: 2 });
  const basis = '《中华人民共和国行政许可法》第十二条';
  await expect(amend('editor', { ...hours, basis })).rejects.toMatchObject({
    code: 'catalogue.needs-publisher',
    facts: { titles: '设定依据' },
  });
  expect((await amend('publisher', { ...hours, basis })).row).toMatchObject({ edition: 3 });
});

test('while it is suspended, too: resuming it asks nothing further', async () => {
  await office.act(office.publisher, 'item.suspend', { reason: '系统维护' }, id);
  await expect(amend('editor', { consultPhone: '', basis: '' })).rejects.toMatchObject({
    code: expect.stringMatching(/^catalogue\./) as string,
  });
});
