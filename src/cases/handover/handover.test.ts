import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { deemRound } from '../file/deem-accepted.ts';
import { takeInRound } from './deem-taken-in.ts';
import { followRound } from './follow.ts';
import type { Handover } from './handover.ts';
import { waitingHandovers } from './overdue-view.ts';
import { receiptsFor } from './receipts-view.ts';

const TOWN = '430611101';
const WUCHANG = { code: '420106', name: '湖北省武汉市武昌区' };
const CITY = { code: '430600', name: '岳阳市' };
let hall: Hall;
const liaison = someone('联络员', ['cases.liaison', DISTRICT]);
const townClerk = someone('镇窗口员', ['cases.clerk', TOWN]);
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const papers = [
  { name: '申请书', copies: 2, isOriginal: true },
  { name: '水资源论证报告', copies: 1, isOriginal: false },
  { name: '与第三者的协议', copies: 1, isOriginal: false },
];
const envelope = (more = {}) => ({
  itemName: '企业登记档案查询',
  authority: 'city',
  applicant: { name: '甲某', phone: '13800001234' },
  papers,
  ...more,
});
const act = async (by: typeof liaison, name: string, input: object, id?: string) =>
  (await hall.act(by, `handover.${name}`, input as never, id)).row as unknown as Handover;
const send = (more: object = {}, by = hall.clerk) =>
  act(by, 'send', { place: DISTRICT, to: WUCHANG, ...envelope(more) });
const tell = (id: string, kind: string, at: string, more = {}) =>
  act(hall.clerk, 'record-receipt', { kind, at: new Date(at).toISOString(), ...more }, id);
const read = async (view: typeof waitingHandovers, query: object, by = hall.clerk) => {
  const { app, now } = hall;
  const answer = await view.read({ query, by, app, db: app.db, now: now(), scopes: app.scopes() } as never);
  return (
    answer !== null && typeof answer === 'object' && 'json' in answer
      ? JSON.parse(answer.json as string)
      : answer
  ) as { items: readonly Record<string, unknown>[] };
};

describe('taken here for another place', () => {
  test('papers are listed and counted; the other side has two working days to sign for them', async () => {
    // Monday 11 May, nine o’clock, and two working days: Wednesday the 13th, end of business.
    expect(await send()).toMatchObject({
      state: 'sent',
      paperCount: 4,
      fromPlace: DISTRICT,
      toPlace: '420106',
      isOtherProvince: true,
      isToHere: false,
      item: null,
      receiptDueAt: '2020-05-13T09:00:00.000Z',
    });
  });

  test('a place that is none, the same place, an item nobody names, a paper twice: refused', async () => {
    const refusedWith = (more: object, code: string) => expect(send(more)).rejects.toMatchObject({ code });
    await refusedWith({ to: { code: '990101', name: '某地' } }, 'cases.handover-place');
    await refusedWith({ to: { code: '420106', name: '湖南省长沙市' } }, 'cases.handover-place');
    await refusedWith({ to: { code: DISTRICT, name: '君山区' } }, 'cases.handover-same-place');
    await refusedWith({ itemName: undefined }, 'cases.no-item');
    await refusedWith({ papers: [papers[0], papers[0]] }, 'cases.handover-copies');
  });

  test('receipt, acceptance, result, handed out: each once and in the order of time', async () => {
    const { id } = await send({ resultDays: 5, authority: 'other' });
    hall.set('2020-05-20T09:00+08:00');
    const received = await tell(id, 'received', '2020-05-12T10:00+08:00', { number: 'WC-1' });
    expect(received).toMatchObject({ state: 'received', receiptNumber: 'WC-1', isReceiptLate: false });
    await expect(tell(id, 'received', '2020-05-12T10:00+08:00', { number: 'WC-1' })).rejects.toMatchObject({
      code: 'cases.receipt-known',
    });
    await expect(tell(id, 'accepted', '2020-05-12T09:00+08:00')).rejects.toMatchObject({
      code: 'cases.receipt-time',
    });
    await expect(tell(id, 'accepted', '2020-05-21T09:00+08:00')).rejects.toMatchObject({
      code: 'cases.receipt-time',
    });
    // Five working days after Tuesday 12 May: Tuesday the 19th.
    expect(await tell(id, 'accepted', '2020-05-12T15:00+08:00')).toMatchObject({
      state: 'accepted',
      resultDueAt: '2020-05-19T09:00:00.000Z',
    });
    await expect(tell(id, 'result', '2020-05-19T16:00+08:00')).rejects.toMatchObject({
      code: 'cases.receipt-needs',
    });
    const result = { outcome: 'granted', resultNumber: '鄂查〔2020〕1号' };
    expect(await tell(id, 'result', '2020-05-20T08:30+08:00', result)).toMatchObject({
      state: 'returned',
      outcome: 'granted',
      isResultLate: true,
    });
    await expect(tell(id, 'declined', '2020-05-20T08:40+08:00', { note: '不属于' })).rejects.toMatchObject({
      code: 'cases.receipt-settled',
    });
    const out = await act(hall.clerk, 'hand-out', { way: 'counter', proof: '甲某签收' }, id);
    expect(out).toMatchObject({ state: 'delivered', deliveredAt: '2020-05-20T01:00:00.000Z' });
  });

  test('declined there, with its reason; called back before it was accepted; an unsigned one is lit red', async () => {
    const declined = await send();
    await expect(tell(declined.id, 'declined', '2020-05-20T09:00+08:00')).rejects.toMatchObject({
      code: 'cases.receipt-needs',
    });
    hall.set('2020-05-21T09:00+08:00');
    const no = await tell(declined.id, 'declined', '2020-05-20T11:00+08:00', { note: '材料不符' });
    expect(no).toMatchObject({ state: 'declined', receivedAt: '2020-05-20T03:00:00.000Z' });
    const back = await send();
    expect(await act(hall.clerk, 'recall', { reason: '申请人撤回' }, back.id)).toMatchObject({
      state: 'recalled',
    });
    // The first of all, sent on the 11th, was to be signed for by the 13th.
    const { items } = await read(waitingHandovers, { light: 'red' });
    expect(items.map((each) => each['sentAt'])).toEqual(['2020-05-11T01:00:00.000Z']);
  });
});

describe('arrived for our departments', () => {
  const arriving = { place: DISTRICT, from: WUCHANG, sourceNumber: 'WC-2020-7' };
  const arrive = (more = {}) =>
    act(liaison, 'arrive', {
      ...arriving,
      sentAt: '2020-05-20T01:00:00.000Z',
      ...envelope({ itemCode: 'QS-01', authority: 'district' }),
      ...more,
    });

  test('becomes a case by one action, and what becomes of the case goes back as receipts', async () => {
    const mine = await arrive();
    expect(mine).toMatchObject({ state: 'received', itemName: '取水许可', isFromHere: false });
    await expect(arrive()).rejects.toMatchObject({ code: 'cases.handover-known' });
    await expect(act(liaison, 'take-in', { answers: { 没有的问题: '是' } }, mine.id)).rejects.toMatchObject({
      code: 'cases.wrong-answer',
    });
    const { caseId } = await act(liaison, 'take-in', {}, mine.id);
    const [file] = await hall.app.query(
      `select state, handover, channel, place, applicant_name ->> 'mask' as name, phone ->> 'mask' as phone
         from case_file where id = $1`,
      [caseId],
    );
    expect(file).toEqual({
      state: 'received',
      handover: mine.id,
      channel: 'handover',
      place: DISTRICT,
      name: '甲*',
      phone: '138****1234',
    });
    await expect(act(liaison, 'take-in', {}, mine.id)).rejects.toMatchObject({ code: 'lib.wrong-state' });

    await hall.act(hall.clerk, 'case-file.accept', {}, caseId!);
    await followRound(hall.app);
    hall.set('2020-05-22T09:00+08:00');
    await hall.act(hall.decider, 'case-file.refuse', { reason: '不符合水资源规划' }, caseId!);
    await followRound(hall.app);
    const [row] = await hall.app.query('select state, outcome, is_result_late from handover where id = $1', [
      mine.id,
    ]);
    expect(row).toEqual({ state: 'returned', outcome: 'refused', is_result_late: false });
    const { items } = await read(receiptsFor, { from: '420106' }, liaison);
    expect(items.map((each) => [each['交接编号'], each['回执种类'], each['结果']])).toEqual([
      ['WC-2020-7', '签收', null],
      ['WC-2020-7', '受理', null],
      ['WC-2020-7', '出具结果', '不予'],
    ]);
    await hall.act(hall.clerk, 'case-file.deliver', { way: 'post', proof: 'EMS 1234567890' }, caseId!);
    await followRound(hall.app);
    const [end] = await hall.app.query('select state from handover where id = $1', [mine.id]);
    expect(end).toEqual({ state: 'delivered' });
  });

  test('sent back when it is not ours; a case declined before acceptance tells so', async () => {
    const wrong = await arrive({ sourceNumber: 'WC-2020-8' });
    expect(await act(liaison, 'send-back', { reason: '不属于本区' }, wrong.id)).toMatchObject({
      state: 'declined',
      declinedBecause: '不属于本区',
    });
    const other = await arrive({ sourceNumber: 'WC-2020-9' });
    const { caseId } = await act(liaison, 'take-in', { papers: ['申请书'] }, other.id);
    await hall.act(hall.clerk, 'case-file.decline', { ground: 'not-needed', reason: '材料不符' }, caseId!);
    await followRound(hall.app);
    const [row] = await hall.app.query('select state, declined_because from handover where id = $1', [
      other.id,
    ]);
    expect(row).toEqual({ state: 'declined', declined_because: '材料不符' });
  });
});

test('from a town counter to the district: the town sends, the district signs, the case stands where the applicant stood', async () => {
  const to = { code: DISTRICT, name: '君山区' };
  const mine = await act(townClerk, 'send', {
    place: TOWN,
    to,
    ...envelope({ itemCode: 'QS-01', authority: 'district' }),
  });
  expect(mine).toMatchObject({ isFromHere: true, isToHere: true, isOtherProvince: false });
  await expect(act(townClerk, 'receive', {}, mine.id)).rejects.toMatchObject({ code: 'lib.missing-role' });
  await act(liaison, 'receive', {}, mine.id);
  const { caseId } = await act(liaison, 'take-in', {}, mine.id);
  const [file] = await hall.app.query('select place, level from case_file where id = $1', [caseId]);
  expect(file).toEqual({ place: TOWN, level: 'town' });
});

describe('papers for our departments count from the day a counter of ours had them (行政许可法 32)', () => {
  const to = { code: DISTRICT, name: '君山区' };
  const sendHome = () =>
    act(townClerk, 'send', { place: TOWN, to, ...envelope({ itemCode: 'QS-01', authority: undefined }) });
  const caseOf = async (id: string) => {
    const found = await hall.app.query(
      `select c.id, c.state, c.acceptance, c.received_at, c.accepted_at, c.tell_by_at from case_file c
         join handover h on h.case_id = c.id where h.id = $1`,
      [id],
    );
    return found[0];
  };
  const pass = async () => {
    await takeInRound(hall.app);
    await deemRound(hall.app);
    await followRound(hall.app);
  };

  test('turned into a case later, the days run from the papers all the same', async () => {
    hall.set('2020-06-01T09:00+08:00');
    const { id } = await sendHome();
    hall.set('2020-06-02T09:00+08:00');
    await act(liaison, 'receive', {}, id);
    hall.set('2020-06-05T09:00+08:00');
    await act(liaison, 'take-in', {}, id);
    // Five working days after Monday 1 June: Monday the 8th, end of business.
    expect(await caseOf(id)).toMatchObject({
      state: 'received',
      received_at: '2020-06-01T01:00:00.000Z',
      tell_by_at: '2020-06-08T09:00:00.000Z',
    });
  });

  test('signed for and never taken in: accepted by itself after the fifth day, from the day of the papers; not on it', async () => {
    hall.set('2020-06-01T09:00+08:00');
    const signed = await sendHome();
    const lost = await sendHome();
    hall.set('2020-06-02T09:00+08:00');
    await act(liaison, 'receive', {}, signed.id);
    hall.set('2020-06-08T17:00+08:00');
    await pass();
    expect(await caseOf(signed.id)).toBeUndefined();
    const { items } = await read(waitingHandovers, { light: 'yellow' }, liaison);
    expect(items.map((each) => each['id'])).toContain(signed.id);
    hall.set('2020-06-08T17:01+08:00');
    await expect(act(liaison, 'send-back', { reason: '不想要了' }, signed.id)).rejects.toMatchObject({
      code: 'cases.handover-deemed',
    });
    await pass();
    for (const { id } of [signed, lost])
      expect(await caseOf(id)).toMatchObject({
        state: 'accepted',
        acceptance: 'deemed',
        received_at: '2020-06-01T01:00:00.000Z',
        accepted_at: '2020-06-01T01:00:00.000Z',
      });
    const [row] = await hall.app.query(
      'select state, is_receipt_late, accepted_at from handover where id = $1',
      [lost.id],
    );
    expect(row).toEqual({
      state: 'accepted',
      is_receipt_late: true,
      accepted_at: '2020-06-01T01:00:00.000Z',
    });
  });

  test('from another place, from the day our side signed', async () => {
    hall.set('2020-06-02T09:00+08:00');
    const { id } = await act(liaison, 'arrive', {
      place: DISTRICT,
      from: WUCHANG,
      sourceNumber: 'WC-2020-32',
      sentAt: '2020-05-28T01:00:00.000Z',
      ...envelope({ itemCode: 'QS-01', authority: 'district' }),
    });
    hall.set('2020-06-09T17:01+08:00');
    await pass();
    expect(await caseOf(id)).toMatchObject({ acceptance: 'deemed', accepted_at: '2020-06-02T01:00:00.000Z' });
  });
});

describe('whose authority decides is the catalogue’s word for an item of ours', () => {
  test('said otherwise it is refused, left out it is filled in; of another place’s item the counter must say it', async () => {
    const own = { itemCode: 'QS-01' };
    await expect(send({ ...own, authority: 'city' })).rejects.toMatchObject({
      code: 'cases.handover-authority',
    });
    const mine = await send({ ...own, authority: undefined, to: CITY });
    expect(mine).toMatchObject({ authority: 'district' });
    await act(hall.clerk, 'recall', { reason: '寄错地方' }, mine.id);
    await expect(send({ authority: undefined })).rejects.toMatchObject({
      code: 'cases.handover-authority-unknown',
    });
  });

  test('the end of a phone is not shown: it opens what is theirs to follow', async () => {
    const { items } = await read(waitingHandovers, {});
    expect(new Set(items.map((each) => each['phone']))).toEqual(new Set(['138********']));
  });
});

test('counted by whose authority decides: the parts make the whole, and each has its list', async () => {
  await send({ to: CITY });
  await send({ to: CITY });
  await foldAll(hall.app);
  const figures = new Map(
    (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  const listed = async (name: string) =>
    (await recordsOfYear(hall.app, { year: 2020, name: `cases.${name}`, limit: 100 })).items.length;
  const byHand = async (where: string) =>
    (
      await hall.app.query(
        `select count(*)::int as n from handover where is_from_here and state <> 'recalled' and ${where}`,
        [],
      )
    )[0]!['n'];
  // By the city: the first, the declined one and the two above (the one called back is none); by others: one; by the district: four of the town’s, the only ones that stand in the catalogue here.
  for (const [name, count, where] of [
    ['city-wide-district', 4, "authority = 'district'"],
    ['city-wide-city', 4, "authority = 'city'"],
    ['city-wide-other', 1, "authority = 'other'"],
    ['city-wide-province', 0, "authority = 'province'"],
    ['city-wide-town', 0, "authority = 'town'"],
    ['city-wide', 9, 'true'],
    ['city-wide-unlisted', 5, 'item is null'],
    ['cross-province', 3, "to_place not like '43%'"],
  ] as const) {
    expect([name, figures.get(`cases.${name}`)]).toEqual([name, String(count)]);
    expect([name, await listed(name)]).toEqual([name, count]);
    expect([name, await byHand(where)]).toEqual([name, count]);
  }
  expect(figures.get('cases.handover-arrived')).toBe('4');
});
