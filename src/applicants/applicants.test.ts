import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { MS_PER_DAY, MS_PER_MINUTE } from '#lib/time.ts';
import { applicantsOffice, LI, WANG, type ApplicantsOffice } from './testing/office.ts';
import { expireLoop } from './mandate/expire-loop.ts';

let office: ApplicantsOffice;
beforeAll(async () => {
  office = await applicantsOffice();
});
afterAll(() => office.close());

type Row = Readonly<Record<string, unknown>>;
const rowOf = async (id: string, table: 'applicant' | 'breach' | 'mandate'): Promise<Row> =>
  (await office.app.query(`select * from ${table} where id = $1`, [id]))[0]!;
const register = async (who: Row, more: Row = {}) =>
  (await office.act(office.registrar, 'applicant.register', { ...who, isDocumentSeen: true, ...more })).row
    .id;
const days = { startsOn: '2026-03-10', endsOn: '2026-03-31' };

describe('登记', () => {
  test('a document seen at the counter is the surest proof, a number told over it is none', async () => {
    const seen = await register(LI, { phone: '13800001234' });
    expect(await rowOf(seen, 'applicant')).toMatchObject({ verified_by: 'counter', level: 'high' });
    const told = await register(WANG, { isDocumentSeen: false });
    expect(await rowOf(told, 'applicant')).toMatchObject({
      verified_by: 'none',
      level: 'none',
      verified_at: null,
    });
  });

  test('nobody stands here twice, however the number is written', async () => {
    await expect(register({ ...LI, identity: ' 430611 18900101 1232' })).rejects.toMatchObject({
      code: 'lib.duplicate',
    });
  });

  test.each([
    ['the check character', '430611189001011230'],
    ['a day of birth that does not exist', '430611189002301231'],
  ])('a number with a wrong %s is refused at its field', async (_, identity) => {
    await expect(register({ ...LI, identity })).rejects.toMatchObject({
      code: 'applicants.identity-number',
      fields: [{ path: 'identity' }],
    });
  });

  test('a firm is known by its code, whose check character is looked at', async () => {
    const firm = { firmName: '某某商贸有限公司', representative: '李某', isDocumentSeen: true };
    const give = (creditCode: string) =>
      office.act(office.registrar, 'applicant.register-firm', { ...firm, creditCode });
    await expect(give('91430611MA4L000001')).rejects.toMatchObject({ code: 'applicants.credit-code' });
    const { row } = await give(' 91430611ma4l000007');
    expect(await rowOf(row.id, 'applicant')).toMatchObject({ credit_code: '91430611MA4L000007', name: null });
    await expect(
      office.act(office.registrar, 'applicant.amend', { isDocumentSeen: false, name: '李某' }, row.id),
    ).rejects.toMatchObject({ code: 'applicants.not-a-person' });
  });

  test('another name must be proved anew; another phone need not', async () => {
    const id = await register({ name: '丁某', identityKind: 'passport', identity: 'E12345678' });
    const amend = (input: Row) => office.act(office.registrar, 'applicant.amend', input, id);
    await amend({ phone: '13900005678', isDocumentSeen: false });
    expect(await rowOf(id, 'applicant')).toMatchObject({ level: 'high' });
    await amend({ name: '丁某某', isDocumentSeen: false });
    expect(await rowOf(id, 'applicant')).toMatchObject({ level: 'none', verified_by: 'none' });
  });

  test('who was closed may be taken down anew', async () => {
    const whom = { name: '戊某', identityKind: 'taiwan', identity: '01234567' };
    const id = await register(whom);
    await office.act(office.registrar, 'applicant.close', { reason: '重复登记' }, id);
    expect(await register(whom)).not.toBe(id);
  });
});

test('a breach stands until it is repaired or annulled, and neither lies before it', async () => {
  const id = await register({ name: '己某', identityKind: 'passport', identity: 'E87654321' });
  const record = (occurredOn: string) =>
    office.act(office.keeper, 'breach.record', {
      applicant: id,
      occurredOn,
      reason: '承诺补交的材料逾期未交',
      source: '容缺受理承诺书',
    });
  await expect(record('2026-03-11')).rejects.toMatchObject({ code: 'applicants.breach-day' });
  const { row } = await record('2026-03-01');
  const repair = (repairedOn: string) =>
    office.act(office.keeper, 'breach.repair', { repairedOn, ground: '材料已补齐' }, row.id);
  await expect(repair('2026-02-28')).rejects.toMatchObject({ code: 'applicants.breach-day' });
  await repair('2026-03-10');
  expect(await rowOf(row.id, 'breach')).toMatchObject({ state: 'repaired', repaired_on: '2026-03-10' });
  await expect(repair('2026-03-10')).rejects.toMatchObject({ code: 'lib.wrong-state' });
  await office.act(office.keeper, 'breach.annul', { ground: '登记错人' }, row.id);
  expect(await rowOf(row.id, 'breach')).toMatchObject({ state: 'annulled' });
  await expect(
    office.act(someone('窗口', ['applicants.registrar']), 'breach.record', {
      applicant: id,
      occurredOn: '2026-03-01',
      reason: '越权登记',
      source: '无',
    }),
  ).rejects.toMatchObject({ code: 'lib.missing-role' });
});

describe('委托', () => {
  let principal: string;
  beforeAll(async () => {
    principal = await register({ name: '庚某', identityKind: 'passport', identity: 'G11112222' });
  });
  const give = async (more: Row) =>
    (
      await office.act(office.registrar, 'mandate.give-at-counter', {
        principal,
        extent: 'all',
        acts: ['apply'],
        ...days,
        ...more,
      })
    ).row.id;
  const agent = { agentName: '辛某', agentIdentityKind: 'passport', agentIdentity: 'X12340000' };
  const settle = () => runReactions(office.app);

  test('is bound to its agent once somebody of that name and number is verified, not before', async () => {
    const id = await give(agent);
    const wrong = await register({ name: '另某', identityKind: 'passport', identity: agent.agentIdentity });
    await settle();
    expect(await rowOf(id, 'mandate')).toMatchObject({ agent: null });
    await office.act(office.registrar, 'applicant.amend', { name: '辛某', isDocumentSeen: false }, wrong);
    await settle();
    expect(await rowOf(id, 'mandate')).toMatchObject({ agent: null });
    await office.act(office.registrar, 'applicant.amend', { isDocumentSeen: true }, wrong);
    await settle();
    expect(await rowOf(id, 'mandate')).toMatchObject({ agent: wrong, state: 'in-force' });
    const next = await give(agent);
    await settle();
    expect(await rowOf(next, 'mandate')).toMatchObject({ agent: wrong });
  });

  test.each([
    ['to nobody', {}, 'applicants.mandate-agent'],
    ['to a name without a number', { agentName: '辛某' }, 'applicants.mandate-agent'],
    [
      'to a person and one of the staff',
      { ...agent, helper: '01980000-0000-7000-8000-000000000009' },
      'applicants.mandate-agent',
    ],
    ['to oneself', { ...agent, agentIdentity: 'g11112222' }, 'applicants.mandate-oneself'],
    ['backwards', { ...agent, endsOn: '2026-03-09' }, 'applicants.mandate-days'],
    ['from yesterday', { ...agent, startsOn: '2026-03-09' }, 'applicants.mandate-days'],
    // 1,096 days from 10 March 2026 end on 9 March 2029.
    ['for longer than the place allows', { ...agent, endsOn: '2029-03-10' }, 'applicants.mandate-days'],
    ['for items that are not said', { ...agent, extent: 'listed' }, 'applicants.mandate-items'],
    [
      'with a scan that is not kept',
      { ...agent, scan: '01980000-0000-7000-8000-000000000009' },
      'lib.unknown-reference',
    ],
  ])('%s is refused', async (_, more, code) => {
    await expect(give(more)).rejects.toMatchObject({ code });
  });

  test('for one day, today, is a mandate', async () => {
    const id = await give({ ...agent, endsOn: '2026-03-10' });
    expect(await rowOf(id, 'mandate')).toMatchObject({ starts_on: '2026-03-10', ends_on: '2026-03-10' });
  });

  test('is noted as expired after its last day, and not on it', async () => {
    const id = await give({ ...agent, endsOn: '2026-03-11' });
    office.wait(MS_PER_DAY / MS_PER_MINUTE);
    await expireLoop.run(office.app);
    expect(await rowOf(id, 'mandate')).toMatchObject({ state: 'in-force' });
    office.wait(MS_PER_DAY / MS_PER_MINUTE);
    await expireLoop.run(office.app);
    expect(await rowOf(id, 'mandate')).toMatchObject({ state: 'expired' });
  });
});

test('no table and no entry holds a name, a number or a phone that was said', async () => {
  const tables = ['applicant', 'mandate', 'ledger_entry', 'ledger_prose', 'idempotency_key'];
  const all: unknown[] = [];
  for (const table of tables) all.push(await office.app.query(`select t::text from ${table} t`, []));
  const text = JSON.stringify(all);
  expect(text).toContain('430611********1232');
  for (const said of [
    LI.identity,
    WANG.identity,
    'E12345678',
    'X12340000',
    '13800001234',
    '李某',
    '辛某',
    '丁某某',
  ])
    expect(text).not.toContain(said);
});
