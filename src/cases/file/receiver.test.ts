import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WANG } from '#applicants/testing/office.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

let count = 0;
async function issued(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', more))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  count += 1;
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: `君水许〔2020〕${count}号` }, id);
  return id;
}
const deliver = async (id: string, input: Readonly<Record<string, unknown>>) =>
  (await hall.act(hall.clerk, 'case-file.deliver', input, id)).row;

test('over a counter a result goes to its applicant, or to whom a sheet with the case lets fetch it, and to no stranger', async () => {
  const id = await issued();
  const stranger = { way: 'counter', proof: '路人乙' };
  await expect(deliver(id, stranger)).rejects.toMatchObject({ code: 'cases.receiver-unknown' });
  // No mandate of that number.
  await expect(deliver(id, { ...stranger, mandate: 'WT2020000009' })).rejects.toMatchObject({
    code: 'cases.receiver-unknown',
  });
  const sheet = '代领委托书.pdf';
  await expect(deliver(id, { ...stranger, sheet })).rejects.toMatchObject({ code: 'cases.no-sheet' });
  const file = { kind: 'pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
  const of = { subjectNoun: 'case-file', subject: id };
  const clerk = someone('窗口员', ['people.staff']);
  await hall.act(clerk, 'attachment.attach', { name: sheet, ...file, ...of });
  expect(await deliver(id, { ...stranger, sheet })).toMatchObject({ state: 'completed' });
  expect(await deliver(await issued(), { way: 'counter', proof: '甲 某签收' })).toMatchObject({
    state: 'completed',
  });
  expect(await deliver(await issued(), { way: 'counter', proof: '本人签收' })).toMatchObject({
    state: 'completed',
  });
});

test('nothing is handed out electronically that nobody could see', async () => {
  const id = await issued();
  await expect(deliver(id, { way: 'electronic', proof: '已下载' })).rejects.toMatchObject({
    code: 'cases.not-electronic',
  });
  expect(await deliver(id, { way: 'post', proof: 'EMS 1234 5678' })).toMatchObject({ state: 'completed' });
});

test.each([
  ['x', false],
  ['EMS1', false],
  ['已寄出，收件人签收', false],
  ['EMSBYPOST', false], // no digit
  ['SF12345', false], // seven
  ['SF123456', true], // eight
  ['SF 123-456', true],
  ['顺丰速运：ＳＦ１２３４５６７８９', true],
  ['EX000000123CN', true],
])('by post is handed out what the post can find: %s %s', async (proof, isFound) => {
  const wish = deliver(await issued(), { way: 'post', proof });
  if (isFound) expect(await wish).toMatchObject({ state: 'completed' });
  else await expect(wish).rejects.toMatchObject({ code: 'cases.post-untracked' });
});

describe('by a registered mandate', () => {
  const ID = '11010519491231002X';
  const FIRM = '11000000000000000U';
  const registrar = someone('登记员', ['applicants.registrar', '']);
  const register = async (who: Readonly<Record<string, unknown>>): Promise<string> =>
    (await hall.act(registrar, 'applicant.register', { ...who, isDocumentSeen: true })).row.id;
  let principal: string;
  beforeAll(async () => {
    principal = await register({ name: '甲某', identityKind: 'resident', identity: ID });
  });

  const given = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const agent = { agentName: '乙某', agentIdentity: WANG.identity };
    const terms = { extent: 'listed', items: ['QS-01'], acts: ['receive'] };
    const days = { startsOn: '2020-05-11', endsOn: '2020-05-12' };
    const { helper } = more;
    const input = { principal, ...(helper === undefined ? agent : {}), ...terms, ...days, ...more };
    return (await hall.act(registrar, 'mandate.give-at-counter', input)).row.number;
  };
  const ownIssued = () => issued({ applicant: { name: '甲某', idNumber: ID, phone: '13800001234' } });
  const unknown = { code: 'cases.receiver-unknown' };
  const toAgent = { way: 'counter', proof: '乙某签收' };

  test('that covers 领取 for the item today, its agent receives the result', async () => {
    const mandate = await given();
    expect(await deliver(await ownIssued(), { ...toAgent, mandate })).toMatchObject({ state: 'completed' });
    const all = await given({ extent: 'all', items: undefined, acts: ['apply', 'receive'] });
    expect(await deliver(await ownIssued(), { ...toAgent, mandate: all })).toMatchObject({
      state: 'completed',
    });
  });

  test.each([
    ['for another item', { items: ['QS-09'] }],
    ['that does not cover 领取', { acts: ['apply', 'supply', 'sign'] }],
    ['that begins tomorrow', { startsOn: '2020-05-12' }],
  ])('one %s lets nobody receive', async (_, more) => {
    const mandate = await given(more);
    await expect(deliver(await ownIssued(), { ...toAgent, mandate })).rejects.toMatchObject(unknown);
  });

  test('nor one that was revoked, one of another principal, one without its agent, nor one that is over', async () => {
    const id = await ownIssued();
    const mandate = await given();
    await expect(deliver(id, { ...toAgent, proof: '丙某签收', mandate })).rejects.toMatchObject(unknown);
    const stranger = await register({ name: '丁某', identityKind: 'passport', identity: 'E12345678' });
    const others = await given({ principal: stranger });
    await expect(deliver(id, { ...toAgent, mandate: others })).rejects.toMatchObject(unknown);
    const revoked = await given();
    const [old] = await hall.app.query('select id from mandate where number = $1', [revoked]);
    await hall.act(registrar, 'mandate.revoke', {}, old!['id'] as string);
    await expect(deliver(id, { ...toAgent, mandate: revoked })).rejects.toMatchObject(unknown);
    // Its last day belongs to it, the day after does not.
    hall.set('2020-05-12T16:00+08:00');
    const last = await ownIssued();
    hall.set('2020-05-13T09:00+08:00');
    await expect(deliver(last, { ...toAgent, mandate })).rejects.toMatchObject(unknown);
    hall.set('2020-05-12T16:30+08:00');
    expect(await deliver(last, { ...toAgent, mandate })).toMatchObject({ state: 'completed' });
    hall.set('2020-05-11T09:00+08:00');
  });

  test('a helper of the staff receives under their own name, from another clerk; a firm is known by its code', async () => {
    const administrator = someone('管理员', ['people.administrator', '']);
    const { id: helper } = (
      await hall.act(administrator, 'account.create', { account: 'fetcher', name: '帮代办员' })
    ).row;
    const mandate = await given({ helper });
    const id = await ownIssued();
    await expect(deliver(id, { ...toAgent, mandate })).rejects.toMatchObject(unknown);
    expect(await deliver(id, { way: 'counter', proof: '帮代办员签收', mandate })).toMatchObject({
      state: 'completed',
    });
    const { row: firm } = await hall.act(registrar, 'applicant.register-firm', {
      firmName: '临溪供水公司',
      creditCode: FIRM,
      isDocumentSeen: true,
    });
    const firms = await given({ principal: firm.id });
    const applicant = { kind: 'firm', name: '临溪供水公司', creditCode: FIRM };
    expect(await deliver(await issued({ applicant }), { ...toAgent, mandate: firms })).toMatchObject({
      state: 'completed',
    });
  });
});
