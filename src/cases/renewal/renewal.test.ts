import { afterAll, beforeAll, expect, test } from 'vitest';
import { LI } from '#applicants/testing/office.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { deemRound } from '../file/deem-accepted.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { renewRound } from './deem-renewed.ts';
import { endingResults } from './ending-view.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

let serial = 0;
const refused = (code: string) => expect.objectContaining({ code }) as unknown;
/** A permit decided at nine on 11 May 2020 that holds for a year, to 10 May 2021. */
async function permit(idNumber?: string) {
  hall.set('2020-05-11T09:00+08:00');
  const applicant = { name: '甲某', ...(idNumber === undefined ? {} : { idNumber }) };
  const said = idNumber === undefined ? {} : { applicant };
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', said));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  await hall.act(hall.decider, 'case-file.grant', {}, row.id);
  serial += 1;
  const resultNumber = `取水〔2020〕${serial}号`;
  const issued = { resultNumber, validUntil: '2021-05-10' };
  await hall.act(hall.sealer, 'case-file.issue', issued, row.id);
  return { id: row.id, number: row.number, resultNumber };
}
const renew = async (renews: string) =>
  (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { renews }))).row;
const rowOf = async (id: string) =>
  (
    await hall.app.query(
      `select state, outcome, valid_until::text as "validUntil", renew_by::text as "renewBy", decided_at as "decidedAt",
              renewal_ask_by::text as "askBy", is_renewal_in_time as "inTime", deemed_renewed_at as "deemedAt",
              is_on_time as "onTime", decided_by as "decidedBy", issue_due_at as "issueDueAt" from case_file where id = $1`,
      [id],
    )
  )[0]!;

test('asked for on the thirtieth day before and not decided by the end: renewed by itself for as long again', async () => {
  const former = await permit();
  // 10 May 2021 less thirty days: 10 April, a Saturday; asked in the evening of it.
  hall.set('2021-04-10T20:00+08:00');
  const { id } = await renew(former.number);
  expect(await rowOf(id)).toMatchObject({ askBy: '2021-04-10', inTime: true });
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  hall.set('2021-05-10T23:59+08:00');
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ state: 'accepted' });
  await expect(hall.act(SYSTEM, 'case-file.deem-renewed', {}, id)).rejects.toEqual(
    refused('cases.former-holds'),
  );
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  const end = Date.parse('2021-05-11T00:00+08:00');
  const renewed = await rowOf(id);
  expect(renewed).toMatchObject({
    state: 'granted',
    outcome: 'granted',
    decidedBy: null,
    onTime: false,
    validUntil: '2022-05-10',
  });
  expect(Date.parse(renewed['deemedAt'] as string)).toBe(end);
  expect(Date.parse(renewed['decidedAt'] as string)).toBe(end);
  expect(await rowOf(former.id)).toMatchObject({ validUntil: '2022-05-10' });
  // The paper follows, and ends on the day until which the law has renewed it: whoever seals it gives nothing.
  const paper = { resultNumber: '取水〔2021〕90号' };
  for (const validUntil of ['2021-12-31', '2022-05-11', '2099-12-31'])
    await expect(hall.act(hall.sealer, 'case-file.issue', { ...paper, validUntil }, id)).rejects.toEqual(
      refused('cases.renewal-end'),
    );
  await hall.act(hall.sealer, 'case-file.issue', paper, id);
  expect(await rowOf(id)).toMatchObject({ state: 'issued', validUntil: '2022-05-10' });
  // Whoever renews again names the new one.
  await expect(renew(former.number)).rejects.toEqual(refused('cases.renewal-underway'));
  expect(await renew('取水〔2021〕90号')).toMatchObject({ renews: id });
});

test('asked for a day later it is an ordinary application: nothing is deemed, and after the end nothing can be renewed', async () => {
  const former = await permit();
  hall.set('2021-04-11T09:00+08:00');
  const { id } = await renew(former.resultNumber);
  expect(await rowOf(id)).toMatchObject({ askBy: '2021-04-10', inTime: false });
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ state: 'accepted', deemedAt: null });
  expect(await rowOf(former.id)).toMatchObject({ validUntil: '2021-05-10' });
  const other = await permit();
  hall.set('2021-05-11T08:00+08:00');
  await expect(renew(other.number)).rejects.toEqual(refused('cases.former-over'));
});

test('decided before the end it is no case of the law; a decision on the last day is in time', async () => {
  const former = await permit();
  hall.set('2021-04-01T09:00+08:00');
  const { id } = await renew(former.number);
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  hall.set('2021-05-10T16:00+08:00');
  await hall.act(hall.decider, 'case-file.refuse', { reason: '取水口已经划入保护区' }, id);
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ outcome: 'refused', deemedAt: null });
  expect(await rowOf(former.id)).toMatchObject({ validUntil: '2021-05-10' });
});

test('nobody renews what is another’s, unknown, without an end, or asked for already; a revoked one is not deemed renewed', async () => {
  const former = await permit();
  const stranger = await permit('110000189001011017');
  hall.set('2021-03-01T09:00+08:00');
  await expect(renew(stranger.number)).rejects.toEqual(refused('cases.no-former'));
  await expect(renew('取水〔1999〕1号')).rejects.toEqual(refused('cases.no-former'));
  const { id } = await renew(former.number);
  await expect(renew(former.resultNumber)).rejects.toEqual(refused('cases.renewal-underway'));
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  const why = { reason: '以不正当手段取得', basis: '《行政许可法》第六十九条' };
  await hall.revoke(former.id, why);
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ state: 'accepted' });
});

test('what ends soon is a list with a light until its holder asks, and the result says the last day', async () => {
  const former = await permit('110000189001011025');
  await renewRound(hall.app);
  expect(await rowOf(former.id)).toMatchObject({ renewBy: '2021-04-10' });
  const lit = async (light: string) => {
    const shown = await endingResults.read({
      query: { light },
      by: hall.inspector,
      app: hall.app,
      db: hall.app.db,
      now: hall.now(),
      scopes: hall.app.scopes(),
    } as never);
    const { items } = JSON.parse((shown as { json: string }).json) as { items: { id: string }[] };
    return items.some(({ id }) => id === former.id);
  };
  // Thirty days before 10 April: 11 March.
  hall.set('2021-03-10T09:00+08:00');
  expect([await lit('yellow'), await lit('red')]).toEqual([false, false]);
  hall.set('2021-03-11T09:00+08:00');
  expect([await lit('yellow'), await lit('red')]).toEqual([true, false]);
  hall.set('2021-04-10T09:00+08:00');
  expect([await lit('yellow'), await lit('red')]).toEqual([true, false]);
  hall.set('2021-04-11T09:00+08:00');
  expect([await lit('yellow'), await lit('red')]).toEqual([false, true]);
  hall.set('2021-05-11T09:00+08:00');
  expect([await lit('yellow'), await lit('red')]).toEqual([false, false]);
});

test('on line it is begun from the result, and sent as a renewal of it', async () => {
  hall.set('2020-05-11T09:00+08:00');
  await hall.offer('YX-01', {
    ...waterPermit,
    materials: [],
    isOnline: true,
    onlineAddress: 'https://zwfw.hunan.gov.cn/apply',
  });
  const registrar = someone('登记员', ['applicants.registrar', '']);
  const { row: li } = await hall.act(registrar, 'applicant.register', { ...LI, isDocumentSeen: true });
  const own = { ...someone(LI.name, ['people.applicant', li.id]), id: li.id };
  const applicant = { name: LI.name, idNumber: LI.identity };
  const former = (
    await hall.act(hall.clerk, 'case-file.apply', application('YX-01', { applicant, papers: [] }))
  ).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, former.id);
  await hall.act(hall.decider, 'case-file.grant', {}, former.id);
  const paper = { resultNumber: '取水〔2020〕线1号', validUntil: '2021-05-10' };
  await hall.act(hall.sealer, 'case-file.issue', paper, former.id);
  hall.set('2021-04-01T09:00+08:00');
  const { row: draft } = await hall.act(own, 'case-draft.begin', { item: 'YX-01', renews: former.number });
  await hall.act(own, 'case-draft.fill', { phone: '13800001234' }, draft.id);
  const sent = await hall.act(own, 'case-draft.submit', {}, draft.id);
  const { caseFile: id } = sent.row as unknown as { readonly caseFile: string };
  expect(await rowOf(id)).toMatchObject({ state: 'applied', askBy: '2021-04-10', inTime: true });
  // Nobody looks: accepted by itself after five days, and renewed by itself after the end.
  hall.set('2021-05-11T00:01+08:00');
  await deemRound(hall.app);
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ state: 'granted', validUntil: '2022-05-10' });
});

test('an item with a law of its own says how long before', async () => {
  hall.set('2020-05-11T09:00+08:00');
  await hall.offer('WH-01', { ...waterPermit, renewalAhead: { days: 90, unit: 'natural' } });
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('WH-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  await hall.act(hall.decider, 'case-file.grant', {}, row.id);
  await hall.act(
    hall.sealer,
    'case-file.issue',
    { resultNumber: '危〔2020〕1号', validUntil: '2021-05-10' },
    row.id,
  );
  await renewRound(hall.app);
  // 10 May less ninety days: 10 days of May, 30 of April, 31 of March and 19 of February: 9 February.
  expect(await rowOf(row.id)).toMatchObject({ renewBy: '2021-02-09' });
  hall.set('2021-02-10T09:00+08:00');
  const late = application('WH-01', { renews: row.number });
  expect((await hall.act(hall.clerk, 'case-file.apply', late)).row).toMatchObject({ isRenewalInTime: false });
});
