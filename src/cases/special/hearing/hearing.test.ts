/* 行政许可法 47, 48: told, asked within five days, held within twenty, the day told seven before; nothing is decided meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import type { CaseFile } from '../../file/case-file.ts';
import { application, DISTRICT, serviceHall, waterPermit, WATER, type Hall } from '../../testing/hall.ts';
import type { Hearing } from './hearing.ts';

let hall: Hall;
let chair: string;
const administrator = someone('管理员', ['people.administrator', '']);
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  chair = await account('chair', '法制股长');
  // Somebody with an account who examines.
  examiner = {
    id: await account('examiner', '审查员'),
    name: '审查员',
    grants: [
      { role: 'cases.approver', scope: hall.unit(WATER) },
      { role: 'cases.decider', scope: hall.unit(WATER) },
    ],
  };
});
afterAll(() => hall.close());
let examiner: Person;
async function account(name: string, person: string, office = hall.unit(WATER)): Promise<string> {
  const { row } = await hall.act(administrator, 'account.create', {
    account: name,
    name: person,
    organisation: office,
  });
  return row.id;
}

let notices = 0;
const notice = () => `君水听〔2020〕${++notices}号`;
const accepted = async (): Promise<string> => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const OTHERS = { ground: 'great-interests', interested: '乙村村民委员会' };
const LAW = { ground: 'law' };
const tell = (id: string, more: object = LAW, by = hall.decider) =>
  hall.act(
    by,
    'case-file.tell-hearing-right',
    { reason: '取水影响下游用水', noticeNumber: notice(), ...more } as never,
    id,
  );
const of = async (id: string) =>
  (await hall.app.query('select * from hearing where case_id = $1 order by id desc limit 1', [id]))[0]!;
const hearingAct = async (name: string, id: string, input: object, by: Person = hall.decider) =>
  (await hall.act(by, `hearing.${name}`, input as never, (await of(id))['id'] as string)).row as Hearing;
const ask = (id: string, input: object = { who: 'applicant' }) => hearingAct('ask', id, input, hall.clerk);
const setDay = (id: string, on: string, more: object = {}) =>
  hearingAct('set-day', id, {
    heldAt: new Date(`${on}T09:30:00+08:00`).toISOString(),
    site: '区政务服务中心三楼会议室',
    presider: 'chair',
    noticeNumber: notice(),
    ...more,
  });
const grant = (id: string, by = hall.decider) => hall.act(by, 'case-file.grant', {}, id);
const waive = async (id: string, who: string) => {
  const sheet = `放弃听证 ${who}.pdf`;
  await hall.lay(id, sheet);
  return hearingAct('waive', id, { who, sheet }, hall.clerk);
};
const fileOf = async (id: string) =>
  (await hall.app.query('select * from case_file where id = $1', [id]))[0] as unknown as Record<
    string,
    unknown
  >;
const at = (text: string) => hall.set(`${text}+08:00`);

describe('told, and asked for within five working days', () => {
  // Told on Monday 11 May: 12–15 and Monday the 18th.
  test('on the fifth day yes, on the sixth no; nothing is decided on the fifth, on the sixth it is', async () => {
    const [asking, silent] = [await accepted(), await accepted()];
    await tell(asking);
    await tell(silent);
    expect(await of(silent)).toMatchObject({ state: 'told', ask_by: '2020-05-18' });
    at('2020-05-18T23:59');
    await expect(grant(silent)).rejects.toMatchObject({
      code: 'cases.hearing-may-be-asked',
      facts: { until: '2020年5月18日' },
    });
    const refusing = { reason: '不符合规划' };
    await expect(hall.act(hall.decider, 'case-file.refuse', refusing, silent)).rejects.toMatchObject({
      code: 'cases.hearing-may-be-asked',
    });
    expect(await ask(asking)).toMatchObject({ state: 'asked' });
    at('2020-05-19T00:00');
    await expect(ask(silent)).rejects.toMatchObject({ code: 'cases.hearing-late' });
    expect((await grant(silent)).row).toMatchObject({ state: 'granted', workingDaysUsed: 6 });
    expect(await of(silent)).toMatchObject({ state: 'unasked' });
  });

  test('others are told where their interests are great, and only who was told asks, by name', async () => {
    const id = await accepted();
    await expect(tell(id, { ground: 'great-interests' })).rejects.toMatchObject({
      code: 'cases.hearing-interested',
    });
    await tell(id);
    const theirs = { who: 'interested', asker: '乙村村民委员会' };
    await expect(ask(id, theirs)).rejects.toMatchObject({ code: 'cases.hearing-not-told' });
    const other = await accepted();
    await tell(other, OTHERS);
    await expect(ask(other, { who: 'interested' })).rejects.toMatchObject({ code: 'cases.hearing-who' });
    await ask(other, theirs);
    await expect(ask(other, theirs)).rejects.toMatchObject({ code: 'cases.hearing-asked' });
    // The applicant may ask too, while it is theirs to ask.
    expect((await ask(other)).parties.every(({ askedAt }) => askedAt !== null)).toBe(true);
    // Neither the row nor the ledger says in the clear who they are.
    const row = await of(other);
    const entries = await hall.app.query('select e::text as said from ledger_entry e', []);
    expect(JSON.stringify([row, entries])).not.toContain('乙村村民');
    // Who serves the notices looks them up, with a reason.
    const look = { field: 'interested', reason: '送达听证通知书' };
    expect(await hearingAct('unmask', other, look)).toMatchObject({ state: 'asked' });
  });

  test('each of the others who asks is kept, one hearing is held for all, and none of them stands in the clear', async () => {
    const id = await accepted();
    await tell(id, { ...OTHERS, interested: '张大山、李小河' });
    await ask(id, { who: 'interested', asker: '张大山', phone: '13900004321' });
    at('2020-05-12T10:00');
    const second = { who: 'interested', asker: '李小河' };
    const both = await ask(id, second);
    expect(both.parties.filter(({ askedAt }) => askedAt !== null)).toEqual([
      { who: 'interested', askedAt: '2020-05-11T01:00:00.000Z', waivedAt: null },
    ]);
    await expect(ask(id, second)).rejects.toMatchObject({ code: 'cases.hearing-asked' });
    await setDay(id, '2020-05-29');
    expect(await ask(id, { who: 'interested', asker: '王大桥' })).toMatchObject({ state: 'set' });
    expect(await fileOf(id)).toMatchObject({ open_procedures: 1 });
    const [kept] = await hall.app.query(
      "select h.askers as whole, k.wrapped from hearing h join personal_key k on k.id::text = h.askers ->> 'key' where h.case_id = $1",
      [id],
    );
    expect(hall.app.suite.open(kept!['whole'] as never, kept!['wrapped'] as string)).toBe(
      [
        '张大山，13900004321（2020年5月11日 09:00）',
        '李小河（2020年5月12日 10:00）',
        '王大桥（2020年5月12日 10:00）',
      ].join('\n'),
    );
    const entries = await hall.app.query('select e::text as said from ledger_entry e', []);
    expect(JSON.stringify([await of(id), entries])).not.toMatch(/张大山|李小河|王大桥|13900004321/);
  });

  test('one right is told at a time, under a notice of its own, and no hearing begins beside it', async () => {
    const id = await accepted();
    const told = { ...LAW, noticeNumber: '君听 A1' };
    await tell(id, told);
    await expect(tell(id)).rejects.toMatchObject({ code: 'cases.hearing-told' });
    const procedure = { kind: 'hearing', reason: '公众关注', noticeNumber: '君听 B1', estimatedDays: 20 };
    const begin = (more: object) =>
      hall.act(hall.decider, 'case-file.begin-procedure', { ...procedure, ...more } as never, id);
    await expect(begin({})).rejects.toMatchObject({ code: 'cases.hearing-told' });
    await expect(begin({ kind: 'testing', noticeNumber: '君听 ａ1' })).rejects.toMatchObject({
      code: 'cases.procedure-notice-used',
    });
    const other = await accepted();
    const of20 = (estimatedDays: number) =>
      hall.act(hall.decider, 'case-file.begin-procedure', { ...procedure, estimatedDays } as never, other);
    await expect(of20(21)).rejects.toMatchObject({ code: 'cases.hearing-too-long' });
    expect((await of20(20)).row).toMatchObject({ openProcedures: 1 });
  });
});

describe('given up in writing', () => {
  test('by all who were told it is decided at once; by one alone the others keep their days', async () => {
    const id = await accepted();
    await tell(id, OTHERS);
    await expect(
      hearingAct('waive', id, { who: 'applicant', sheet: '没有.pdf' }, hall.clerk),
    ).rejects.toMatchObject({ code: 'cases.no-sheet' });
    expect(await waive(id, 'applicant')).toMatchObject({ state: 'told' });
    await expect(grant(id)).rejects.toMatchObject({ code: 'cases.hearing-may-be-asked' });
    await expect(ask(id)).rejects.toMatchObject({ code: 'cases.hearing-given-up' });
    // One sheet speaks for one party.
    await expect(
      hearingAct('waive', id, { who: 'interested', sheet: '放弃听证 applicant.pdf' }, hall.clerk),
    ).rejects.toMatchObject({ code: 'cases.sheet-used' });
    expect(await waive(id, 'interested')).toMatchObject({ state: 'waived' });
    expect((await grant(id)).row).toMatchObject({ state: 'granted' });
  });

  test('after it was asked for the clocks go on; who may still ask may; with the days over it is waived', async () => {
    const id = await accepted();
    await tell(id, OTHERS);
    at('2020-05-12T10:00');
    await ask(id);
    at('2020-05-14T10:00');
    // 12, 13 and 14 May stand: 8 June and three days
    expect(await waive(id, 'applicant')).toMatchObject({ state: 'told', askedAt: null });
    expect(await fileOf(id)).toMatchObject({
      legal_due_at: '2020-06-11T09:00:00.000Z',
      open_procedures: 0,
      hearing_due_at: null,
    });
    await ask(id, { who: 'interested', asker: '乙某' });
    at('2020-05-19T10:00');
    expect(await waive(id, 'interested')).toMatchObject({ state: 'waived' });
    expect((await grant(id)).row).toMatchObject({ state: 'granted' });
  });
});

describe('held within twenty working days of the request, told seven before', () => {
  test('the sixth day before is too late, the seventh is not; the twentieth after is the last', async () => {
    const id = await accepted();
    await tell(id);
    at('2020-05-12T10:00');
    await ask(id);
    // 13–15 May 1–3, 18–22 –8, 25–29 –13, 1–5 June –18, 8 and 9 June 20
    expect(await fileOf(id)).toMatchObject({
      hearing_due_at: '2020-06-09T09:00:00.000Z',
      legal_due_at: '2020-07-08T09:00:00.000Z',
    });
    await expect(grant(id)).rejects.toMatchObject({ code: 'cases.hearing-open' });
    // Told on the 12th: 13–15 May 1–3, 18–21 –7
    await expect(setDay(id, '2020-05-20')).rejects.toMatchObject({
      code: 'cases.hearing-soon',
      facts: { earliest: '2020年5月21日' },
    });
    await expect(setDay(id, '2020-06-10')).rejects.toMatchObject({ code: 'cases.hearing-after' });
    expect(await setDay(id, '2020-05-21')).toMatchObject({ state: 'set', presiderName: '法制股长' });
    // Another day is told anew, as long before.
    at('2020-05-13T10:00');
    await expect(setDay(id, '2020-05-21')).rejects.toMatchObject({ code: 'cases.hearing-soon' });
    expect(await setDay(id, '2020-06-09')).toMatchObject({ state: 'set' });
  });

  test('too late to be told in time it is held all the same, on record as late, and its light is red', async () => {
    const id = await accepted();
    await tell(id);
    at('2020-05-12T10:00');
    await ask(id);
    // From 29 May: 1–5 June 1–5, 8 and 9 June 7
    at('2020-05-29T10:00');
    await expect(setDay(id, '2020-06-10')).rejects.toMatchObject({ code: 'cases.hearing-after' });
    at('2020-06-01T10:00');
    await expect(setDay(id, '2020-06-09')).rejects.toMatchObject({ code: 'cases.hearing-soon' });
    expect(await setDay(id, '2020-06-10')).toMatchObject({ state: 'set' });
    at('2020-06-10T11:30');
    await hall.lay(id, '听证笔录.pdf');
    expect(
      await hearingAct('keep-minutes', id, { sheet: '听证笔录.pdf', finding: '双方陈述完毕' }),
    ).toMatchObject({ state: 'held', isInTime: false });
  });
});

describe('who presides, the minutes, the decision', () => {
  test('nobody who examined, nobody without an account; who presides gives no opinion after', async () => {
    const id = await accepted();
    await tell(id, LAW, examiner);
    await ask(id);
    await expect(setDay(id, '2020-05-29', { presider: 'nobody' })).rejects.toMatchObject({
      code: 'cases.hearing-no-presider',
    });
    await expect(setDay(id, '2020-05-29', { presider: 'examiner' })).rejects.toMatchObject({
      code: 'cases.hearing-presider',
      facts: { name: '审查员' },
    });
    expect(await setDay(id, '2020-05-29')).toMatchObject({ presider: chair });
  });

  test('who gave an opinion has examined, also where the branch is asked again', async () => {
    const steps = [{ stage: 1, department: WATER, task: '审查', days: 5 }];
    await hall.offer('QS-02', { ...waterPermit, steps });
    at('2020-05-11T09:00');
    const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-02'))).row;
    await hall.act(hall.clerk, 'case-file.accept', {}, id);
    const [found] = await hall.app.query('select id from case_branch where case_id = $1', [id]);
    const branch = found!['id'] as string;
    await hall.act(examiner, 'case-branch.object', { opinion: '影响下游。' }, branch);
    await hall.act(hall.clerk, 'case-branch.ask-again', { note: '已改方案' }, branch);
    await tell(id);
    await ask(id);
    await expect(setDay(id, '2020-05-29', { presider: 'examiner' })).rejects.toMatchObject({
      code: 'cases.hearing-presider',
    });
  });

  test('staff of the deciding department or of the bureau preside: no firm, no other body', async () => {
    const id = await accepted();
    await tell(id);
    await ask(id);
    const keeper = someone('编制管理员', ['organisations.keeper', '']);
    const said = { kind: 'utility', name: '区自来水公司', region: DISTRICT };
    const { row: firm } = await hall.act(keeper, 'organisation.establish', said);
    await hall.app.held.refresh(['organisation']);
    await account('firm', '水厂经理', firm.id);
    await account('other', '土地科长', hall.unit('区自然资源局'));
    await account('hall', '政务科长', hall.unit('区行政审批服务局'));
    for (const presider of ['firm', 'other'])
      await expect(setDay(id, '2020-05-29', { presider })).rejects.toMatchObject({
        code: 'cases.hearing-presider-office',
      });
    expect(await setDay(id, '2020-05-29', { presider: 'hall' })).toMatchObject({ presiderName: '政务科长' });
  });

  test('held while the office is open, under a notice of its own', async () => {
    const id = await accepted();
    await tell(id, { ...LAW, noticeNumber: '君水听 C1' });
    await ask(id);
    // Sunday at three in the morning, Friday at noon, at closing
    for (const heldAt of ['2020-05-30T19:00:00.000Z', '2020-05-29T04:30:00.000Z', '2020-05-29T09:00:00.000Z'])
      await expect(setDay(id, '2020-05-29', { heldAt })).rejects.toMatchObject({
        code: 'cases.hearing-hours',
      });
    const used = { code: 'cases.procedure-notice-used' };
    await expect(setDay(id, '2020-05-29', { noticeNumber: '君水听 ｃ1' })).rejects.toMatchObject(used);
    await setDay(id, '2020-05-29', { noticeNumber: '君水听 C2' });
    // Another day is another notice; and what told the day begins nothing else.
    await expect(setDay(id, '2020-06-01', { noticeNumber: '君水听 C2' })).rejects.toMatchObject(used);
    const testing = { kind: 'testing', reason: '检测水质', noticeNumber: '君水听 C2', estimatedDays: 3 };
    await expect(hall.act(hall.decider, 'case-file.begin-procedure', testing, id)).rejects.toMatchObject(
      used,
    );
  });

  test('over with its minutes, not before it was held; its time is not counted, what follows is', async () => {
    const id = await accepted();
    at('2020-05-13T09:00');
    await tell(id);
    at('2020-05-14T10:00');
    await ask(id);
    await setDay(id, '2020-05-25');
    const minutes = { sheet: '听证笔录.pdf', finding: '申请人与利害关系人均到场陈述' };
    await hall.lay(id, minutes.sheet);
    at('2020-05-25T09:00');
    await expect(hearingAct('keep-minutes', id, minutes)).rejects.toMatchObject({
      code: 'cases.hearing-to-come',
    });
    const [procedure] = await hall.app.query('select id, state from special_procedure where case_id = $1', [
      id,
    ]);
    const ending = () =>
      hall.act(hall.decider, 'special-procedure.end', { result: '已举行' }, procedure!['id'] as string);
    await expect(ending()).rejects.toMatchObject({ code: 'cases.hearing-not-held' });
    at('2020-05-25T15:00');
    // Laid before it was held it is no record of it.
    await expect(hearingAct('keep-minutes', id, minutes)).rejects.toMatchObject({ code: 'cases.sheet-old' });
    await hall.lay(id, minutes.sheet);
    expect(await hearingAct('keep-minutes', id, minutes)).toMatchObject({ state: 'held', isInTime: true });
    // 14, 15, 18–22 and 25 May stand, eight days: 8 June and eight: 9–12, 15–18
    expect(await fileOf(id)).toMatchObject({
      legal_due_at: '2020-06-18T09:00:00.000Z',
      open_procedures: 0,
      hearing_clock: null,
    });
    // 12 and 13 May 1–2, 26 May 3
    at('2020-05-26T15:00');
    const presided: Person = {
      id: chair,
      name: '法制股长',
      grants: [{ role: 'cases.decider', scope: hall.unit(WATER) }],
    };
    await expect(grant(id, presided)).rejects.toMatchObject({ code: 'cases.presider-decides' });
    expect((await grant(id)).row as CaseFile).toMatchObject({ state: 'granted', workingDaysUsed: 3 });
  });

  test('a case that is withdrawn lets its hearing lapse, and its term with it', async () => {
    const id = await accepted();
    await tell(id);
    await ask(id);
    await hall.takeBack(id, '不再取水');
    expect(await of(id)).toMatchObject({ state: 'lapsed' });
    expect(await fileOf(id)).toMatchObject({ state: 'withdrawn', hearing_due_at: null });
  });
});
