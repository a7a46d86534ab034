import { afterAll, beforeAll, expect, test } from 'vitest';
import { JUNSHAN, kindOfCode, parentCode } from '../seed/read.ts';
import { seedOrganisations } from '../seed/seed.ts';
import { keeper, openOffice, SMALL, stranger, townKeeper } from '../testing/officials.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
  await seedOrganisations(office.app, SMALL);
});
afterAll(() => office.app.close());
const refused = (code: string) => expect.objectContaining({ code });

test.each([
  ['430611', 'district', '4306'],
  ['430611001', 'subdistrict', '430611'],
  ['430611104', 'town', '430611'],
  ['430611001009', 'community', '430611001'],
  ['430611001200', 'village', '430611001'],
])('the code %s tells a %s below %s', (code, kind, parent) => {
  expect([kindOfCode(code), parentCode(code)]).toEqual([kind, parent]);
});

test('the seed has the district with 4 towns, 1 subdistrict and 86 villages and communities', () => {
  const kinds = Map.groupBy(JUNSHAN.regions, ([code]) => kindOfCode(code));
  const below = (kinds.get('village') ?? []).length + (kinds.get('community') ?? []).length;
  expect([kinds.get('town')?.length, kinds.get('subdistrict')?.length, below]).toEqual([4, 1, 86]);
});

test('a village is registered below its town by whoever keeps that town', async () => {
  const input = { code: '430611101201', name: '保庆村', kind: 'village', parent: '430611101' };
  const { row } = await office.act(townKeeper, 'region.establish', input);
  expect(row).toMatchObject({ number: '430611101201', level: 'village', state: 'active', version: 1 });
  expect(office.tree().within('430611101', '430611101201')).toBe(true);
});

test('a code is given once, and a subdistrict cannot lie below a village', async () => {
  const establish = (input: Record<string, string>) => office.act(keeper, 'region.establish', input);
  await expect(
    establish({ code: '430611101', name: '新镇', kind: 'town', parent: '430611' }),
  ).rejects.toMatchObject(refused('organisations.code-taken'));
  await expect(
    establish({ code: '430611002', name: '新街道', kind: 'subdistrict', parent: '430611101200' }),
  ).rejects.toMatchObject(refused('organisations.level'));
  await expect(establish({ code: '430612001', name: '无主街道', kind: 'subdistrict' })).rejects.toMatchObject(
    refused('organisations.whole'),
  );
});

test('nobody registers outside the own scope, or without the role', async () => {
  const input = { code: '430611001200', name: '濠河村', kind: 'village', parent: '430611001' };
  await expect(office.act(townKeeper, 'region.establish', input)).rejects.toMatchObject(
    refused('lib.outside-scope'),
  );
  await expect(office.act(stranger, 'region.establish', input)).rejects.toMatchObject(
    refused('lib.missing-role'),
  );
});

test('a renamed division keeps its code and its former name', async () => {
  const [{ id } = { id: '' }] = (await office.app.query('select id from region where number = $1', [
    '430611001',
  ])) as { id: string }[];
  const { row } = await office.act(keeper, 'region.rename', { name: '君山街道', on: '2026-07-01' }, id);
  expect(row).toMatchObject({
    number: '430611001',
    name: '君山街道',
    formerNames: [{ name: '柳林洲街道', until: '2026-07-01' }],
  });
  await expect(
    office.act(keeper, 'region.rename', { name: '明日街道', on: '2026-11-11' }, id),
  ).rejects.toMatchObject(refused('organisations.future'));
});

test('a village merged into another stays in sight of the successor; a town with villages is not abolished', async () => {
  const idOf = async (code: string) =>
    (await office.app.query('select id from region where number = $1', [code]))[0]!['id'] as string;
  await expect(office.act(keeper, 'region.abolish', {}, await idOf('430611101'))).rejects.toMatchObject(
    refused('organisations.not-empty'),
  );
  await office.act(keeper, 'region.abolish', { successor: '430611101200' }, await idOf('430611101201'));
  expect(office.tree().within('430611101200', '430611101201')).toBe(true);
  expect(office.tree().regions.get('430611101201')?.isActive).toBe(false);
});
