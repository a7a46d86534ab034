import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { LI } from '#applicants/testing/office.ts';
import { deemRound } from '../file/deem-accepted.ts';
import { runOutRound } from './run-out.ts';

// Nobody’s documents; the check sign of each by GB 11643.
const NOBODY = [
  '110000189001011017',
  '110000189001011025',
  '110000189001011033',
  '110000189001011041',
] as const;
const FIFTH = '11000018900101105X';
const SIXTH = '110000189001011068';
// Nobody’s number, with the right check character (GB 32100: 31 − 4 = 27, which is U).
const CODE = '11000000000000000U';
/** A licence of its own. */
const codes = (basicCode: string) => ({ basicCode, implementingCode: `11000000000000000U4${basicCode}` });
let hall: Hall;
let colleague: Person;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('AQ-01', { ...waterPermit, name: '危险化学品经营许可', isOfSafety: true });
  await hall.offer('AQ-02', {
    ...waterPermit,
    name: '食品经营许可',
    isOfSafety: true,
    ...codes('430119002000'),
  });
  await hall.offer('QS-01', { ...waterPermit, ...codes('430119003000') });
  colleague = someone('副局长', ['cases.decider', hall.unit('区水利局')]);
});
afterAll(() => hall.close());

const refused = (code: string) => expect.objectContaining({ code }) as unknown;
const apply = async (applicant: object, item = 'AQ-01'): Promise<string> =>
  (await hall.act(hall.clerk, 'case-file.apply', application(item, { applicant }))).row.id;
const person = (idNumber: string) => ({ name: '乙某', idNumber });
const declined = (id: string) =>
  hall.act(
    hall.clerk,
    'case-file.decline',
    { reason: '安全评价报告系伪造', falsehood: 'false-material' },
    id,
  );
const barOf = async (caseId: string) =>
  (
    await hall.app.query(
      `select id, state, decided_on::text as "decidedOn", last_day::text as "lastDay", ground,
              identity ->> 'mask' as mask, credit_code as code from application_bar where case_id = $1`,
      [caseId],
    )
  )[0];

/** Nobody says anything in five working days: taken in on Monday 11 May 2020, accepted by the law when the 18th is over. */
async function acceptedByLaw(id: string): Promise<void> {
  hall.set('2020-05-19T09:00+08:00');
  await deemRound(hall.app);
  const [row] = await hall.app.query('select state from case_file where id = $1', [id]);
  expect(row).toEqual({ state: 'accepted' });
}

test('false papers for a licence of public safety: not accepted, barred for a year, through its last day', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const id = await apply(person(NOBODY[0]));
  const { row } = await declined(id);
  expect(row).toMatchObject({ state: 'declined', badFaith: 'false-material', barredUntil: '2021-05-11' });
  expect(await barOf(id)).toMatchObject({
    state: 'barred',
    decidedOn: '2020-05-11',
    lastDay: '2021-05-11',
    ground: 'false-material',
  });
  await expect(apply(person(NOBODY[0]))).rejects.toMatchObject({
    code: 'cases.barred',
    facts: { until: '2021年5月11日', ground: '提供虚假材料' },
  });
  // Another licence, another person.
  await apply(person(NOBODY[0]), 'AQ-02');
  await apply(person(NOBODY[1]));
  hall.set('2021-05-11T23:59+08:00');
  await expect(apply(person(NOBODY[0]))).rejects.toEqual(refused('cases.barred'));
  await runOutRound(hall.app);
  expect(await barOf(id)).toMatchObject({ state: 'barred' });
  hall.set('2021-05-12T00:00+08:00');
  await apply(person(NOBODY[0]));
  await runOutRound(hall.app);
  expect(await barOf(id)).toMatchObject({ state: 'over' });
});

test('of an item that concerns no safety the ground stays with the case and bars nobody', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const id = await apply(person(NOBODY[2]), 'QS-01');
  const { row } = await declined(id);
  expect(row).toMatchObject({ badFaith: 'false-material', barredUntil: null });
  expect(await barOf(id)).toBeUndefined();
  await apply(person(NOBODY[2]), 'QS-01');
});

test('refused for what was hidden: barred likewise, by the number that a walk-in keeps back at first', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const nameless = await apply({ name: '丙某' });
  await acceptedByLaw(nameless);
  const said = { reason: '隐瞒此前的事故', falsehood: 'concealed' };
  await expect(hall.act(hall.decider, 'case-file.refuse', said, nameless)).rejects.toEqual(
    refused('cases.bar-no-identity'),
  );
  const known = { idNumber: NOBODY[2], isSeen: true };
  await hall.act(hall.clerk, 'case-file.identify', known, nameless);
  await hall.act(hall.decider, 'case-file.refuse', said, nameless);
  expect(await barOf(nameless)).toMatchObject({ lastDay: '2021-05-19', ground: 'concealed' });
  const again = await apply({ name: '丙某' });
  await expect(hall.act(hall.clerk, 'case-file.identify', known, again)).rejects.toEqual(
    refused('cases.barred'),
  );
});

test('no licence of safety for a person without a document: not accepted, not named later by a barred number, not granted', async () => {
  hall.set('2020-05-11T09:00+08:00');
  await declined(await apply(person(FIFTH)));
  const unknown = refused('cases.unknown-applicant');
  const id = await apply({ name: '戊某' });
  await expect(hall.act(hall.clerk, 'case-file.accept', {}, id)).rejects.toEqual(unknown);
  // Of an item that concerns no safety nobody is asked.
  const other = await apply({ name: '戊某' }, 'QS-01');
  await hall.act(hall.clerk, 'case-file.accept', {}, other);
  await acceptedByLaw(id);
  await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toEqual(unknown);
  const late = { idNumber: FIFTH, isSeen: true };
  await expect(hall.act(hall.clerk, 'case-file.identify', late, id)).rejects.toEqual(refused('cases.barred'));
  await hall.act(hall.decider, 'case-file.refuse', { reason: '不出示证件' }, id);
});

test('who was barred on the day of their papers is neither granted nor issued the licence, wherever it was overlooked', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const ids = [await apply(person(SIXTH)), await apply(person(SIXTH)), await apply(person(SIXTH))] as const;
  const [free, undecided, granted] = ids;
  for (const id of ids) await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, granted);
  hall.set('2020-05-12T09:00+08:00');
  const found = await apply(person(SIXTH));
  await declined(found);
  // Barred since the day after their papers: they did not apply again.
  await hall.act(hall.decider, 'case-file.grant', {}, free);
  // As an older program left it, which did not ask when a number was written down late.
  await hall.app.query(`update application_bar set decided_on = '2020-05-08' where case_id = $1`, [found]);
  const barred = refused('cases.barred');
  await expect(hall.act(hall.decider, 'case-file.grant', {}, undecided)).rejects.toEqual(barred);
  const paper = { resultNumber: '危化〔2020〕6号' };
  await expect(hall.act(hall.sealer, 'case-file.issue', paper, granted)).rejects.toEqual(barred);
});

test('a grant got by bribery is revoked and bars a firm for three years, by its code', async () => {
  hall.set('2020-02-28T09:00+08:00');
  const firm = { kind: 'firm', name: '甲公司', creditCode: CODE };
  const id = await apply(firm);
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '危化〔2020〕1号' }, id);
  hall.set('2020-02-29T10:00+08:00');
  const why = { reason: '行贿取得', basis: '《行政许可法》第六十九条', obtained: 'bribery' };
  await hall.revoke(id, why);
  expect(await barOf(id)).toMatchObject({ lastDay: '2023-02-28', code: CODE });
  hall.set('2023-02-28T18:00+08:00');
  await expect(apply(firm)).rejects.toEqual(refused('cases.barred'));
  hall.set('2023-03-01T09:00+08:00');
  await apply(firm);
});

test('a decision that was overturned bars nobody: two people say so', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const id = await apply(person(NOBODY[3]));
  await declined(id);
  const bar = (await barOf(id))!['id'] as string;
  const agree = { reason: '复议决定书已核对' };
  await expect(hall.act(hall.decider, 'application-bar.annul', agree, bar)).rejects.toEqual(
    refused('cases.annul-not-asked'),
  );
  await hall.act(hall.decider, 'application-bar.ask-annul', { basis: '君政复决〔2020〕3号' }, bar);
  await expect(hall.act(hall.decider, 'application-bar.annul', agree, bar)).rejects.toEqual(
    refused('cases.same-person'),
  );
  await expect(apply(person(NOBODY[3]))).rejects.toEqual(refused('cases.barred'));
  await hall.act(colleague, 'application-bar.annul', agree, bar);
  await apply(person(NOBODY[3]));
  // Nothing of it stays with the case, which its applicant reads; what the notice said it says for ever.
  const [file] = await hall.app.query('select bad_faith, barred_until from case_file where id = $1', [id]);
  expect(file).toEqual({ bad_faith: null, barred_until: null });
});

test('every door asks: instant, from the province’s platform, sent on line, and taken in by the code of a draft', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const nothing = { ...waterPermit, materials: [], isOfSafety: true, ...codes('430119004000') };
  await hall.offer('AQ-03', {
    ...nothing,
    name: '燃气经营许可',
    isOnline: true,
    onlineAddress: 'https://zwfw.hunan.gov.cn/apply',
  });
  const instant = {
    kind: 'instant',
    promisedLimit: { days: 0, unit: 'working' },
    isSeparated: false,
  } as const;
  await hall.offer('AQ-04', { ...nothing, ...instant, name: '燃气经营许可变更' });
  const registrar = someone('登记员', ['applicants.registrar', '']);
  const { row: li } = await hall.act(
    registrar,
    'applicant.register',
    { ...LI, isDocumentSeen: true },
    undefined,
  );
  const applicant = { name: LI.name, idNumber: LI.identity };
  const begin = async () =>
    (await hall.act(own, 'case-draft.begin', { item: 'AQ-03' }, undefined)).row as unknown as {
      readonly id: string;
      readonly code: string;
    };
  const own = { ...someone(LI.name, ['people.applicant', li.id]), id: li.id };
  const drafts = [await begin(), await begin()] as const;
  for (const { id } of drafts) await hall.act(own, 'case-draft.fill', { phone: '13800001234' }, id);
  const said = { applicant, papers: [] };
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('AQ-03', said));
  await declined(row.id);

  const barred = refused('cases.barred');
  await expect(hall.act(own, 'case-draft.submit', {}, drafts[0].id)).rejects.toEqual(barred);
  const taking = { code: drafts[1].code, place: '430611' };
  await expect(hall.act(hall.clerk, 'case-draft.take-in', taking, drafts[1].id)).rejects.toEqual(barred);
  const nobody = application('AQ-04', {
    papers: [],
    applicant: { name: '己某' },
    resultNumber: '燃〔2020〕2号',
  });
  await expect(hall.act(hall.clerk, 'case-file.handle', nobody)).rejects.toEqual(
    refused('cases.unknown-applicant'),
  );
  const wish = application('AQ-04', { ...said, resultNumber: '燃〔2020〕1号' });
  await expect(hall.act(hall.clerk, 'case-file.handle', wish)).rejects.toEqual(barred);
  const platform = someone('平台', ['cases.platform', '430611']);
  await expect(hall.act(platform, 'case-file.apply-online', application('AQ-03', said))).rejects.toEqual(
    barred,
  );
});
