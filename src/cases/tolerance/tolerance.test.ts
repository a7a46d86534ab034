import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf, clockOf } from '#calendar/index.ts';
import { withClient } from '#lib/db/index.ts';
import { someone } from '#lib/testing/app.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { outstandingPapers, outstandingTerm } from './accept.ts';
import { breachOf } from './barred.ts';
import { outstandingCases } from './outstanding-view.ts';

const paper = (name: string, state: Paper['state']): Paper => ({
  name,
  isMain: true,
  state,
  copies: 1,
  at: null,
  document: null,
  because: null,
});

describe('what may follow', () => {
  const mine = (...papers: readonly Paper[]) => ({ papers, itemName: '取水许可' });

  test('only what lacks and is on the list', () => {
    const papers = mine(paper('申请书', 'present'), paper('协议', 'missing'), paper('图纸', 'waived'));
    expect([...outstandingPapers(papers, ['协议', '图纸'])]).toEqual(['协议']);
  });
  test('never without a main paper, nor where the item has no list, nor when everything is there', () => {
    const short = mine(paper('申请书', 'missing'), paper('协议', 'missing'));
    expect(() => outstandingPapers(short, ['协议'])).toThrow('cases.papers-missing');
    expect(() => outstandingPapers(short, [])).toThrow('cases.not-tolerant');
    expect(() => outstandingPapers(mine(paper('协议', 'present')), ['协议'])).toThrow(
      'cases.nothing-outstanding',
    );
  });
  test('a breach is found by record, document or code, and by nothing that is left out', () => {
    const all = new Map([
      ['a', 'SX1'],
      ['digest', 'SX2'],
      ['code', 'SX3'],
    ]);
    const none = { applicant: null, applicantId: null, creditCode: null };
    const sealed = { mask: '*', hash: 'digest', key: '', sealed: '' };
    expect(breachOf(all, none)).toBeUndefined();
    expect(breachOf(all, { ...none, applicant: 'b', creditCode: 'other' })).toBeUndefined();
    expect(breachOf(all, { ...none, applicant: 'a' })).toBe('SX1');
    expect(breachOf(all, { ...none, applicantId: sealed })).toBe('SX2');
    expect(breachOf(all, { ...none, creditCode: 'code' })).toBe('SX3');
  });
});

describe('at the counter', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await serviceHall();
    await hall.offer('RQ-01', { ...waterPermit, toleranceDays: 5 });
    await hall.offer('RQ-02', {
      ...waterPermit,
      name: '取水许可延续',
    });
  });
  afterAll(() => hall.close());

  const MAIN = ['申请书', '水资源论证报告'];
  const applied = async (item: string, more = {}) => {
    const said = application(item, { papers: MAIN, ...more });
    return (await hall.act(hall.clerk, 'case-file.apply', said)).row as CaseFile;
  };
  const act = async (id: string, name: string, input = {}, by = hall.clerk) =>
    (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
  const tolerantly = (id: string, isSigned = true) => act(id, 'accept-with-outstanding', { isSigned });
  const listed = async (overdue?: 'true' | 'false') => {
    const asked = { query: { overdue }, by: hall.clerk, app: hall.app, now: hall.now() };
    const { json } = (await outstandingCases.read(asked as never)) as { readonly json: string };
    return (JSON.parse(json) as { items: readonly { readonly id: string }[] }).items.map(({ id }) => id);
  };

  test('accepted with a paper outstanding, chased, lengthened once, supplied; no decision before', async () => {
    const { id } = await applied('RQ-01');
    await expect(tolerantly(id, false)).rejects.toMatchObject({ code: 'cases.not-signed' });
    // Five working days after 11 May: 12, 13, 14, 15, 18 May. The clocks run as for any acceptance.
    expect(await tolerantly(id)).toMatchObject({
      state: 'accepted',
      acceptance: 'tolerant',
      isSupplied: false,
      outstandingDueAt: '2020-05-18T09:00:00.000Z',
      promisedDueAt: '2020-05-25T09:00:00.000Z',
    });
    await expect(act(id, 'grant', {}, hall.decider)).rejects.toMatchObject({ code: 'cases.outstanding' });
    await expect(
      act(id, 'terminate', { ground: 'not-supplied', reason: '未补' }, hall.decider),
    ).rejects.toMatchObject({ code: 'cases.not-late-yet' });
    await act(id, 'chase-papers', { how: 'phone' });
    const chased = await act(id, 'chase-papers', { how: 'letter' });
    expect(chased.chases?.map(({ how, by }) => [how, by === hall.clerk.id])).toEqual([
      ['phone', true],
      ['letter', true],
    ]);
    // Three working days after 18 May: 19, 20, 21 May; the promise stays where it was.
    const flood = { days: 3, reason: '洪水断路' };
    // Twenty working days of the law from 11 May end on 8 June, fifteen after 18 May.
    await expect(act(id, 'lengthen-outstanding', { ...flood, days: 16 }, hall.decider)).rejects.toMatchObject(
      { code: 'cases.outstanding-beyond-law' },
    );
    expect(await act(id, 'lengthen-outstanding', flood, hall.decider)).toMatchObject({
      outstandingDueAt: '2020-05-21T09:00:00.000Z',
      promisedDueAt: '2020-05-25T09:00:00.000Z',
    });
    await expect(act(id, 'lengthen-outstanding', flood, hall.decider)).rejects.toMatchObject({
      code: 'cases.lengthened-once',
    });
    expect(await listed()).toEqual([id]);
    expect(await act(id, 'add-papers', { papers: ['与第三者的协议'] })).toMatchObject({ isSupplied: true });
    expect(await listed()).toEqual([]);
    expect(await act(id, 'grant', {}, hall.decider)).toMatchObject({ state: 'granted' });
  });

  test('who came by post or stood at another counter was not seen signing: their sheet lies with the case', async () => {
    const unseen = { code: 'cases.not-signed-online' };
    for (const channel of ['post', 'terminal', 'handover'] as const) {
      const isBooked = channel !== 'handover';
      const { id } = await applied('RQ-01', isBooked ? { channel } : {});
      if (isBooked) await act(id, 'receive');
      else
        await withClient(hall.app.database, { as: 'owner' }, (client) =>
          client.query('update case_file set channel = $2 where id = $1', [id, channel]),
        );
      await expect(tolerantly(id)).rejects.toMatchObject(unseen);
      const sheet = await hall.lay(id, '承诺书.pdf');
      const signed = { isSigned: true, sheet: '承诺书.pdf' };
      expect(await act(id, 'accept-with-outstanding', signed)).toMatchObject({
        state: 'accepted',
        tolerancePromise: { papers: ['与第三者的协议'], sheet },
      });
      await hall.lay(id, '撤回申请书.pdf');
      await act(id, 'withdraw', { reason: '改日再办', sheet: '撤回申请书.pdf' });
    }
  });

  test('of somebody without a document nothing is known: no word of theirs is taken', async () => {
    const applicant = { name: '乙某', phone: '13800001235' };
    const papers = ['申请书', '水资源论证报告'];
    const said = application('RQ-01', { applicant, papers });
    const { id } = (await hall.act(hall.clerk, 'case-file.apply', said)).row;
    await expect(tolerantly(id)).rejects.toMatchObject({ code: 'cases.no-identity' });
    // Seen later, the number is put down once, and by a number that can be one.
    const identify = (idNumber: string) => act(id, 'identify', { idNumber, isSeen: true });
    await expect(identify('110000189001010013')).rejects.toMatchObject({ code: 'cases.resident-id' });
    await identify('110000189001010014');
    await expect(identify('110000189001010014')).rejects.toMatchObject({ code: 'lib.wrong-state' });
    expect(await tolerantly(id)).toMatchObject({ state: 'accepted', acceptance: 'tolerant' });
    await hall.takeBack(id, '改日再办');
  });

  test('a firm’s code says nothing of a person: none is taken from them, and none stands for their document', async () => {
    const firm = { name: '丙某', creditCode: '91430611MA4L000007' };
    const said = { papers: MAIN, applicant: { ...firm, kind: 'person' } };
    await expect(applied('RQ-01', said)).rejects.toMatchObject({ code: 'cases.persons-code' });
    // Of a firm the code is what is known; a case of a person taken down with one before is known by nothing.
    const { id } = await applied('RQ-01', { applicant: firm });
    await withClient(hall.app.database, { as: 'owner' }, (client) =>
      client.query("update case_file set applicant_kind = 'person' where id = $1", [id]),
    );
    await expect(tolerantly(id)).rejects.toMatchObject({ code: 'cases.no-identity' });
    await act(id, 'identify', { idNumber: '110000189001010014', isSeen: true });
    expect(await tolerantly(id)).toMatchObject({ state: 'accepted' });
    await hall.takeBack(id, '改日再办');
  });

  test('never supplied: on the list of the late ones, ended, free to apply anew', async () => {
    const { id } = await applied('RQ-01');
    await tolerantly(id);
    expect([await listed('true'), await listed('false')]).toEqual([[], [id]]);
    hall.set('2020-05-18T17:01+08:00');
    expect([await listed('true'), await listed('false')]).toEqual([[id], []]);
    const ended = await act(id, 'terminate', { ground: 'not-supplied', reason: '逾期未补' }, hall.decider);
    expect(ended).toMatchObject({ state: 'terminated', outcome: 'not-supplied' });
    expect(await listed()).toEqual([]);
    hall.set('2020-05-11T09:00+08:00');
  });

  test('the term is never beyond the promised limit', async () => {
    const applicant = { name: '乙某', idNumber: '110000189001011017' }; // Nobody’s number.
    const { id } = await applied('RQ-02', { applicant });
    // The item states no days of its own: until the promised tenth working day.
    expect(await tolerantly(id)).toMatchObject({ outstandingDueAt: '2020-05-25T09:00:00.000Z' });
    const now = '2020-05-11T01:00:00.000Z' as Instant;
    const promisedClock = clockOf(now, { amount: 10, unit: 'working-day' });
    const calendar = calendarOf(hall.app);
    // The eleventh working day would be 26 May.
    const until = (days: number) => outstandingTerm({ days, promisedClock, now }, calendar).outstandingDueAt;
    expect(until(11)).toBe('2020-05-25T09:00:00.000Z');
    expect(until(9)).toBe('2020-05-22T09:00:00.000Z');
  });

  test('not for somebody whose breach is not repaired; open again once it is', async () => {
    const registrar = someone('登记员', ['applicants.registrar']);
    const keeper = someone('信用管理员', ['applicants.credit-keeper']);
    const identity = '430611189001011232';
    const person = { name: '李某', identityKind: 'resident', identity, isDocumentSeen: true };
    const { row } = await hall.act(registrar, 'applicant.register', person);
    const breach = await hall.act(keeper, 'breach.record', {
      applicant: row.id,
      occurredOn: '2020-03-02',
      reason: '容缺材料逾期未补',
      source: '办件记录',
    });
    const { id } = await applied('RQ-01', { applicant: { name: '李某', idNumber: identity } });
    await expect(tolerantly(id)).rejects.toMatchObject({
      code: 'cases.breached',
      facts: { number: breach.row.number },
    });
    const repaired = { repairedOn: '2020-05-11', ground: '已履行全部义务' };
    await hall.act(keeper, 'breach.repair', repaired, breach.row.id);
    expect(await tolerantly(id)).toMatchObject({ state: 'accepted' });
  });
});
