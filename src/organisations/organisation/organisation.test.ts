import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedOrganisations } from '../seed/seed.ts';
import { keeper, openOffice, SMALL, stranger, townKeeper } from '../testing/officials.ts';
import { isCreditCode } from '#lib/credit-code.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
  await seedOrganisations(office.app, SMALL);
});
afterAll(() => office.app.close());
const refused = (code: string) => expect.objectContaining({ code });
const establish = (name: string, more: Record<string, unknown> = {}) =>
  office.act(keeper, 'organisation.establish', { name, kind: 'department', region: '430611', ...more });

test('a new organisation gets a public number and lies in its region and below its parent', async () => {
  const { row } = await establish('政务公开股', {
    kind: 'section',
    parent: office.idOf('审批局'),
    on: '2019-03-28',
  });
  expect(row).toMatchObject({
    state: 'active',
    shortName: '政务公开股',
    establishedOn: '2019-03-28',
    remit: [],
  });
  expect(row.number).toMatch(/^JG2026\d{6}$/);
  expect(office.tree().within(office.idOf('审批局'), row.id)).toBe(true);
  expect(office.tree().within('430611', row.id)).toBe(true);
});

test('two organisations of one name under one roof are refused, under two roofs not', async () => {
  await establish('办公室', { kind: 'section', parent: office.idOf('审批局') });
  await establish('办公室', { kind: 'section', parent: office.idOf('城管局') });
  await expect(establish('办公室', { kind: 'section', parent: office.idOf('城管局') })).rejects.toMatchObject(
    refused('organisations.name-taken'),
  );
});

test('two clerks who establish the same bureau at once make one', async () => {
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map(() => establish('信访局')));
  expect(answers.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  const codes = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(codes).toEqual(Array(3).fill('organisations.name-taken'));
});

test('an unknown or closed region, parent or credit code is refused at its field', async () => {
  const nobody = '00000000-0000-7000-8000-00000000dead';
  await expect(establish('甲局', { region: '430699' })).rejects.toMatchObject({
    code: 'organisations.no-region',
    fields: [{ path: 'region' }],
  });
  await expect(establish('甲局', { parent: nobody })).rejects.toMatchObject({
    code: 'organisations.no-organisation',
    fields: [{ path: 'parent' }],
  });
  await expect(establish('甲局', { creditCode: '11000000000000000T' })).rejects.toMatchObject(
    refused('organisations.credit-code'),
  );
});

test.each([
  ['11000000000000000U', true], // 1·1 + 1·3 = 4; 31 − 4 = 27 = U
  ['11000000000000000T', false],
  ['000000000000000000', true], // sum 0: 31 mod 31 = 0
  ['1100000000000000U', false], // 17 characters
  ['1100000I000000000U', false], // I is not in the alphabet
])('the credit code %s is %s', (code, isRight) => {
  expect(isCreditCode(code)).toBe(isRight);
});

test('a renamed organisation can still be found under its former name', async () => {
  const { row } = await establish('商务局');
  const renamed = await office.act(keeper, 'organisation.rename', { name: '商务粮食局' }, row.id);
  expect(renamed.row).toMatchObject({
    name: '商务粮食局',
    version: 2,
    formerNames: [{ name: '商务局', until: '2026-11-10' }],
  });
});

test('nothing comes to lie below itself, and a move needs both places', async () => {
  const { row: upper } = await establish('甲中心');
  const { row: lower } = await establish('乙站', { parent: upper.id });
  const move = (input: Record<string, unknown>, id: string, by = keeper) =>
    office.act(by, 'organisation.move', input, id);
  await expect(move({ region: '430611', parent: lower.id }, upper.id)).rejects.toMatchObject(
    refused('organisations.circle'),
  );
  const moved = await move({ region: '430611101' }, lower.id);
  expect(moved.row).toMatchObject({ parent: null, region: '430611101' });
  await expect(move({ region: '430611001' }, lower.id, townKeeper)).rejects.toMatchObject(
    refused('organisations.outside-scope'),
  );
});

test('a merger carries sub-units, sites and windows over in one entry, and old records stay in sight', async () => {
  const { row: gone } = await establish('政务办');
  const { row: child } = await establish('数据股', { kind: 'section', parent: gone.id });
  const hall = await office.act(keeper, 'site.open', {
    name: '数据大厅',
    kind: 'branch',
    organisation: gone.id,
    region: '430611',
  });
  const window = await office.act(keeper, 'window.open', {
    site: hall.row.id,
    label: '01',
    name: '数据窗口',
    organisation: gone.id,
  });
  const into = office.idOf('审批局');
  const { row } = await office.act(keeper, 'organisation.merge', { into }, gone.id);
  expect(row).toMatchObject({ state: 'merged', successor: into, endedOn: '2026-11-10' });
  const places = await office.app.query(
    `select (select parent from organisation where id = $1) as child, (select organisation from site where id = $2) as site,
            (select organisation from service_window where id = $3) as window,
            (select count(*)::int from ledger_entry where action = 'merge') as entries`,
    [child.id, hall.row.id, window.row.id],
  );
  expect(places[0]).toEqual({ child: into, site: into, window: into, entries: 1 });
  expect(office.tree().within(into, gone.id)).toBe(true);
});

test('an organisation does not merge into its own sub-unit', async () => {
  const { row: upper } = await establish('丙局');
  const { row: lower } = await establish('丙股', { parent: upper.id, kind: 'section' });
  await expect(office.act(keeper, 'organisation.merge', { into: lower.id }, upper.id)).rejects.toMatchObject(
    refused('organisations.own-successor'),
  );
});

test('an organisation is closed only when nothing hangs on it', async () => {
  const { row: upper } = await establish('丁局');
  const { row: lower } = await establish('丁股', { parent: upper.id, kind: 'section' });
  await expect(office.act(keeper, 'organisation.close', {}, upper.id)).rejects.toMatchObject(
    refused('organisations.not-empty'),
  );
  await office.act(keeper, 'organisation.close', {}, lower.id);
  const { row } = await office.act(keeper, 'organisation.close', { on: '2026-11-09' }, upper.id);
  expect(row).toMatchObject({ state: 'closed', endedOn: '2026-11-09' });
  await expect(establish('丁股二', { parent: upper.id })).rejects.toMatchObject(
    refused('organisations.no-organisation'),
  );
});

test('remit and particulars are changed by whoever keeps the region, by nobody else', async () => {
  const id = office.idOf('城管局');
  const { row } = await office.act(keeper, 'organisation.assign-remit', { remit: ['占道经营', '渣土'] }, id);
  expect(row).toMatchObject({ remit: ['占道经营', '渣土'] });
  expect(office.tree().organisations.get(id)?.remit).toEqual(['占道经营', '渣土']);
  await office.act(keeper, 'organisation.amend', { phone: '0730-8170000' }, id);
  await expect(office.act(stranger, 'organisation.amend', { phone: '12345' }, id)).rejects.toMatchObject(
    refused('lib.missing-role'),
  );
});
