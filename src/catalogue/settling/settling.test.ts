import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction } from '#lib/app.ts';
import { comparisonView } from '../views/comparison.ts';
import { citingView } from '../basis/citing-view.ts';
import { catalogueOffice, DISTRICT, type CatalogueOffice } from '../testing/office.ts';
import { settleItems } from './loop.ts';

const CODE = '000119001000';
const own = { name: '取水许可', body: '区水利局', basicCode: CODE, basis: '《水法》第七条' };
const theirs = { name: '取水许可', body: '水利厅', basicCode: CODE, basis: '《水法》第四十八条' };
let office: CatalogueOffice;
let [mine, above] = ['', ''];
beforeAll(async () => {
  office = await catalogueOffice();
  mine = (await office.record('SL-0001', own)).row.id;
  above = (await office.record('430000-1', theirs, '430000')).row.id;
  await office.act(office.administrator, 'setting.change', {
    name: 'catalogue.above-place',
    value: '430000',
    basis: '以省级目录为准',
  });
});
afterAll(() => office.close());
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const edit = (name: string, input: object, id: string | null = null) =>
  office.act(office.editor, name, input as never, id);
const stands = async () =>
  (
    await office.app.query('select agrees, is_entered, is_authorised, basis_alarms from item where id = $1', [
      mine,
    ])
  )[0];
const compared = async () => {
  const query = { own: DISTRICT, above: '430000' };
  const { items, agreement } = await office.look<{ items: { differences: object[] }[]; agreement: object }>(
    comparisonView,
    query,
  );
  return { differences: items[0]?.differences ?? [], agreement };
};

test('what other records say of an item is brought up to date, and doing it again writes nothing', async () => {
  expect(await stands()).toEqual({ agrees: null, is_entered: null, is_authorised: null, basis_alarms: null });
  await settleItems(office.app);
  expect(await stands()).toEqual({ agrees: false, is_entered: false, is_authorised: false, basis_alarms: 0 });
  const entries = async () => (await office.app.query('select n from ledger_head', []))[0]!['n'];
  const before = await entries();
  await settleItems(office.app);
  expect(await entries()).toBe(before);
});

test('a department with a section and a letter in force has its items authorised', async () => {
  const act = (name: string, input: object) => office.act(office.publisher, name, input as never);
  await office.act(SYSTEM, 'account.create', { account: 'jia', name: '股长甲' });
  const { row } = await act('approval-section.establish', {
    organisation: office.unit('区水利局'),
    chief: '股长甲',
    isAtHall: true,
  });
  await settleItems(office.app);
  expect(await stands()).toMatchObject({ is_entered: true, is_authorised: false });
  await act('authority-letter.grant', {
    section: row.id,
    account: 'jia',
    coversAll: true,
    startsOn: '2026-11-23',
    document: '授权书〔2026〕1号',
  });
  await settleItems(office.app);
  expect(await stands()).toMatchObject({ is_entered: true, is_authorised: true });
});

test('a declined difference is remembered until either side changes', async () => {
  const wish = { above, fields: ['basis'], reason: '本省条例另有规定' };
  await expect(edit('item.decline', { ...wish, fields: ['name'] }, mine)).rejects.toEqual(
    refused('catalogue.no-difference'),
  );
  await edit('item.decline', wish, mine);
  expect(await compared()).toMatchObject({
    differences: [{ field: 'basis', declined: { reason: '本省条例另有规定', decidedBy: '编目员' } }],
    agreement: { same: 0, compared: 1, declined: 1, open: 0 },
  });
  await expect(edit('item.decline', wish, mine)).rejects.toEqual(refused('catalogue.declined'));
  await edit(
    'item.amend',
    { elements: { ...own, type: 'licence', basis: '《水法》第八条' }, reason: '改' },
    mine,
  );
  expect(await compared()).toMatchObject({ differences: [{ declined: null }], agreement: { open: 1 } });
});

test('adopting makes a new edition that says what the catalogue above says', async () => {
  const { row } = await edit('item.adopt', { above, fields: ['basis'], reason: '与省级统一' }, mine);
  expect(row).toMatchObject({ edition: 3, elements: { basis: '《水法》第四十八条', name: '取水许可' } });
  expect((await compared()).agreement).toMatchObject({ same: 1, open: 0 });
  await settleItems(office.app);
  expect(await stands()).toMatchObject({ agrees: true });
  await expect(edit('item.adopt', { above: mine, fields: ['basis'], reason: '自己' }, mine)).rejects.toEqual(
    refused('catalogue.no-pair'),
  );
});

test('a repealed article raises the alarm on every own item that cites it, until it is revised or found to hold', async () => {
  await office.record('SL-0002', {
    ...own,
    name: '取水许可延续',
    basicCode: '000119002000',
    basis: '《中华人民共和国水法》第四十八条',
  });
  const { row: notice } = await edit('legal-basis-notice.announce', {
    title: '《水法》',
    article: '第四十八条',
    kind: 'renumbered',
    happenedOn: '2026-12-01',
    document: '主席令第一号',
  });
  await settleItems(office.app);
  expect(await stands()).toMatchObject({ basis_alarms: 1 });
  const citing = () =>
    office.look<{ items: { number: string; state: string | null }[] }>(citingView, { notice: notice.id });
  expect((await citing()).items.map(({ number, state }) => [number, state])).toEqual([
    ['SL-0001', 'open'],
    ['SL-0002', 'open'],
    ['430000-1', null],
  ]);
  await expect(edit('legal-basis-notice.settle', { note: '完成' }, notice.id)).rejects.toEqual(
    refused('catalogue.unchecked'),
  );
  const [check] = await office.app.query(
    "select c.id from basis_check c join item i on i.id = c.item where i.number = 'SL-0002'",
    [],
  );
  await edit('basis-check.keep', { note: '条文未动，只改序号，另行修订' }, check!['id'] as string);
  await edit(
    'item.amend',
    { elements: { ...own, type: 'licence', basis: '《水法》第五十条' }, reason: '条款序号变动' },
    mine,
  );
  await settleItems(office.app);
  expect(await stands()).toMatchObject({ basis_alarms: 0 });
  const states = await office.app.query('select state from basis_check order by state', []);
  expect(states.map(({ state }) => state)).toEqual(['kept', 'revised']);
  await edit('legal-basis-notice.settle', { note: '完成' }, notice.id);
});

test('nobody but the program settles an item', () => {
  expect(getAction(office.app, 'item', 'settle')).toMatchObject({ hidden: true, may: { system: 'anyone' } });
});
