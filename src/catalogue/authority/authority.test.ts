import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { catalogueOffice, type CatalogueOffice } from '../testing/office.ts';

let office: CatalogueOffice;
let housing: string;
beforeAll(async () => {
  office = await catalogueOffice();
  housing = office.unit('区住房和城乡建设局');
  for (const [account, name] of Object.entries({ jia: '股长甲', yi: '股长乙' }))
    await office.act(SYSTEM, 'account.create', { account, name });
});
afterAll(() => office.close());
const act = (name: string, input: object, id: string | null = null) =>
  office.act(office.publisher, name, input as never, id);
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const letters = () =>
  office.app.query('select state, revoked_on::text as on from authority_letter order by number', []);
let section: string;

test('a department has one approving section; it authorises its chief representative and nobody before', async () => {
  const { row } = await act('approval-section.establish', { organisation: housing, isAtHall: true });
  section = row.id;
  expect(row).toMatchObject({ name: '区住房和城乡建设局行政审批股', establishedOn: '2026-11-23' });
  await expect(act('approval-section.establish', { organisation: housing, isAtHall: true })).rejects.toEqual(
    refused('catalogue.has-section'),
  );
  const letter = {
    section,
    account: 'jia',
    coversAll: true,
    startsOn: '2026-11-23',
    document: '授权书〔2026〕1号',
  };
  await expect(act('authority-letter.grant', letter)).rejects.toEqual(refused('catalogue.no-chief'));
  await act('approval-section.name-chief', { chief: '股长甲' }, section);
  await expect(act('authority-letter.grant', { ...letter, account: 'bing' })).rejects.toEqual(
    refused('catalogue.no-account'),
  );
  await expect(act('authority-letter.grant', { ...letter, account: 'yi' })).rejects.toEqual(
    refused('catalogue.other-chief'),
  );
  expect((await act('authority-letter.grant', letter)).row).toMatchObject({
    chief: '股长甲',
    account: 'jia',
    organisation: housing,
  });
});

test('a letter says all or lists items, and does not end before it begins', async () => {
  const letter = { section, account: 'jia', startsOn: '2026-12-01', document: '授权书〔2026〕2号' };
  for (const more of [
    { coversAll: true, items: ['000117051000'] },
    { coversAll: false },
    { coversAll: false, items: [] },
  ])
    await expect(act('authority-letter.grant', { ...letter, ...more })).rejects.toEqual(
      refused('catalogue.letter-items'),
    );
  await expect(
    act('authority-letter.grant', { ...letter, coversAll: true, endsOn: '2026-11-30' }),
  ).rejects.toEqual(refused('catalogue.backward'));
});

test('a letter that has not begun is revoked from its first day', async () => {
  const { row } = await act('authority-letter.grant', {
    section,
    account: 'jia',
    coversAll: false,
    items: ['000117051000'],
    startsOn: '2026-12-01',
    document: '授权书〔2026〕3号',
  });
  const { row: after } = await act('authority-letter.revoke', { reason: '职能划转' }, row.id);
  expect(after).toMatchObject({ state: 'revoked', revokedOn: '2026-12-01' });
});

test('with the chief representative, and with the section, go the letters', async () => {
  await act('approval-section.name-chief', { chief: '股长乙' }, section);
  expect(await letters()).toEqual([
    { state: 'revoked', on: '2026-11-23' },
    { state: 'revoked', on: '2026-12-01' },
  ]);
  // One from before accounts were named, and its chief representative's account added since.
  const { row } = await office.act(SYSTEM, 'authority-letter.record', {
    section,
    coversAll: true,
    startsOn: '2026-11-23',
    document: '授权书〔2026〕4号',
  });
  expect(row).toMatchObject({ chief: '股长乙', account: null, accountId: null });
  await expect(act('authority-letter.link', { account: 'jia' }, row.id)).rejects.toEqual(
    refused('catalogue.other-chief'),
  );
  expect((await act('authority-letter.link', { account: 'yi' }, row.id)).row).toMatchObject({
    account: 'yi',
    accountId: expect.any(String) as string,
  });
  await act('approval-section.abolish', { reason: '机构改革' }, section);
  expect((await letters()).at(-1)).toEqual({ state: 'revoked', on: '2026-11-23' });
});

test('a seal is engraved, used and returned, in this order, and one name stands for one seal', async () => {
  const seal = { organisation: housing, engravedOn: '2026-10-08' };
  const { row } = await act('approval-seal.engrave', seal);
  expect(row).toMatchObject({ state: 'engraved', name: '区住房和城乡建设局行政审批专用章', inUseFrom: null });
  await expect(act('approval-seal.engrave', seal)).rejects.toEqual(refused('catalogue.has-seal'));
  await expect(act('approval-seal.use', { on: '2026-10-07' }, row.id)).rejects.toEqual(
    refused('catalogue.before'),
  );
  await act('approval-seal.use', { on: '2026-10-08' }, row.id);
  await expect(act('approval-seal.return', { reason: '改名', on: '2026-11-24' }, row.id)).rejects.toEqual(
    refused('catalogue.future'),
  );
  expect((await act('approval-seal.return', { reason: '改名' }, row.id)).row).toMatchObject({
    returnedOn: '2026-11-23',
  });
  expect((await act('approval-seal.engrave', seal)).row).toMatchObject({ state: 'engraved' });
});

test('an item belongs to the department its body names, with or without the place’s name', async () => {
  const record = async (code: string, body: string, place?: string) =>
    (await office.record(code, { name: '某项许可', body }, place)).row;
  expect(await record('ZJ-0001', '区住房和城乡建设局')).toMatchObject({ organisation: housing, isOwn: true });
  expect(await record('ZJ-0002', '君山区住房和城乡建设局')).toMatchObject({ organisation: housing });
  expect(await record('ZJ-0003', '某局')).toMatchObject({ organisation: null, isOwn: true });
  expect(await record('ZJ-0004', '住房和城乡建设局', '440000')).toMatchObject({
    organisation: null,
    isOwn: false,
  });
});
