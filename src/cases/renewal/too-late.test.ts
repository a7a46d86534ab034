import { afterAll, beforeAll, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { renewRound } from './deem-renewed.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

let serial = 0;
/** A permit to 10 May 2021 and the case that asks on 1 April to renew it, accepted and not decided. */
async function underway() {
  hall.set('2020-05-11T09:00+08:00');
  const { row: former } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, former.id);
  await hall.act(hall.decider, 'case-file.grant', {}, former.id);
  serial += 1;
  const paper = { resultNumber: `取水〔2020〕${serial}号`, validUntil: '2021-05-10' };
  await hall.act(hall.sealer, 'case-file.issue', paper, former.id);
  hall.set('2021-04-01T09:00+08:00');
  const asking = application('QS-01', { renews: former.number });
  const { row } = await hall.act(hall.clerk, 'case-file.apply', asking);
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  return { former: former.id, id: row.id };
}
const tooLate = expect.objectContaining({ code: 'cases.renewed-by-law' }) as unknown;
const rowOf = async (id: string) =>
  (
    await hall.app.query(
      `select state, valid_until::text as "validUntil", renew_by::text as "renewBy" from case_file where id = $1`,
      [id],
    )
  )[0];

test('from the moment after the end nobody decides, ends or holds up what the law has renewed, be the program late', async () => {
  const { former, id } = await underway();
  const ended = { ground: 'not-supplied', reason: '材料没有补齐' };
  const why = { ground: 'other-decision', reason: '等待复函', basis: '省厅第3号文' };
  const halted = { ...why, noticeNumber: '君水告〔2021〕3号', until: '2021-06-01' };
  const acts = [
    [hall.decider, 'refuse', { reason: '取水口已经划入保护区' }],
    [hall.decider, 'grant', {}],
    [hall.decider, 'terminate', ended],
    [hall.decider, 'ask-suspension', halted],
    [hall.decider, 'ask-extension', { days: 5, reason: '情况复杂' }],
  ] as const;
  hall.set('2021-05-11T00:00+08:00');
  for (const [by, name, input] of acts)
    await expect(hall.act(by, `case-file.${name}`, input, id)).rejects.toEqual(tooLate);
  await expect(hall.takeBack(id, '不再需要')).rejects.toEqual(tooLate);
  await renewRound(hall.app);
  expect(await rowOf(id)).toMatchObject({ state: 'granted', validUntil: '2022-05-10' });
  expect(await rowOf(former)).toMatchObject({ validUntil: '2022-05-10' });
});

test('to the last minute of the end it is decided; where the former was revoked it is decided later too', async () => {
  const inTime = await underway();
  hall.set('2021-05-10T23:59+08:00');
  await hall.act(hall.decider, 'case-file.refuse', { reason: '取水口已经划入保护区' }, inTime.id);
  const { former, id } = await underway();
  const why = { reason: '以不正当手段取得', basis: '《行政许可法》第六十九条' };
  await hall.revoke(former, why);
  hall.set('2021-05-11T08:00+08:00');
  await hall.act(hall.decider, 'case-file.refuse', { reason: '原许可已经撤销' }, id);
  expect(await rowOf(id)).toMatchObject({ state: 'refused' });
});

test('a renewal by law that is revoked takes its lengthening with it: the former is over when it was given to end', async () => {
  const { former, id } = await underway();
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '取水〔2021〕7号' }, id);
  await renewRound(hall.app);
  // Thirty days before 10 May 2022.
  expect(await rowOf(former)).toMatchObject({ validUntil: '2022-05-10', renewBy: '2022-04-10' });
  const why = { reason: '不符合延续条件', basis: '《行政许可法》第六十九条' };
  await hall.revoke(id, why);
  expect(await rowOf(former)).toMatchObject({ validUntil: '2021-05-10', renewBy: null });
  await renewRound(hall.app);
  expect(await rowOf(former)).toMatchObject({ validUntil: '2021-05-10', renewBy: '2021-04-10' });
  const [{ number }] = (await hall.app.query('select number from case_file where id = $1', [former])) as [
    { number: string },
  ];
  const again = hall.act(hall.clerk, 'case-file.apply', application('QS-01', { renews: number }));
  await expect(again).rejects.toMatchObject({ code: 'cases.former-over' });
});

test('an end of the former that people corrected since stays when its renewal is revoked', async () => {
  const { former, id } = await underway();
  hall.set('2021-05-11T08:00+08:00');
  await renewRound(hall.app);
  const slip = { reason: '年份误写', validUntil: '2021-12-31' };
  await hall.act(hall.decider, 'case-file.correct-decision', slip, former);
  const [{ id: correction }] = (await hall.app.query(
    'select id from decision_correction where case_id = $1',
    [former],
  )) as [{ id: string }];
  await hall.act(hall.sealer, 'decision-correction.make', {}, correction);
  const why = { reason: '不符合延续条件', basis: '《行政许可法》第六十九条' };
  await hall.revoke(id, why);
  expect(await rowOf(former)).toMatchObject({ validUntil: '2021-12-31' });
});
