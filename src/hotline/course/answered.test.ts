import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '#lib/action/noun.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT } from '../testing/office.ts';
import { CITY, WATER, courseDesk, refused } from './testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let dispatched: Desk['dispatched'];
let replied: Desk['replied'];
beforeAll(async () => {
  ({ office, act, dispatched, replied } = await courseDesk());
});
afterAll(() => office.close());

describe('the reply is looked over', () => {
  test('approved it can be closed; sent back the old deadline keeps running and what was said is no answer yet', async () => {
    const order = await replied();
    const back = await act(office.dispatcher, 'send-back', { reason: '未说明何时修好' }, order.id);
    expect(back).toMatchObject({ state: 'reworking', reworks: 1, repliedAt: null, dueAt: order.dueAt });
    office.clock.set('2020-05-18T17:01+08:00');
    await act(office.handlerOf(WATER), 'reply', { text: '五月十日已修好。' }, order.id);
    const approved = await act(office.supervisor, 'approve-reply', {}, order.id);
    expect(approved.approvedAt).toBe('2020-05-18T09:01:00.000Z');
    expect(await act(office.dispatcher, 'close', {}, order.id)).toMatchObject({ isOnTime: false });
  });

  test('a unit cannot approve its own reply', async () => {
    const { id } = await replied();
    await expect(act(office.handlerOf(WATER), 'approve-reply', {}, id)).rejects.toMatchObject({
      code: 'lib.missing-role',
    });
  });
});

describe('cases and exclusions', () => {
  test('a typical case is put forward once, selected, sent', async () => {
    const { id } = await replied();
    const unit = office.handlerOf(WATER);
    await act(unit, 'put-forward-case', { reason: '一天修好' }, id);
    await expect(act(unit, 'put-forward-case', { reason: '再报' }, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    const selected = await act(office.supervisor, 'select-case', {}, id);
    expect(selected.selectedAt).not.toBeNull();
    expect(await act(office.gateway, 'send-case', {}, id)).toMatchObject({ caseStanding: 'sent' });
  });

  test('an exclusion is decided by another person than the applicant; declined it may be asked again', async () => {
    const { id } = await dispatched();
    const both = someone(
      '两职一人',
      ['hotline.handler', office.unit(WATER)],
      ['hotline.supervisor', DISTRICT],
    );
    const asked = { ground: 'historical', evidence: '二〇〇三年改制文件' };
    expect(await act(both, 'apply-exclusion', asked, id)).toMatchObject({ exclusion: 'asked' });
    const reason = { reason: '依据充分' };
    await expect(act(both, 'grant-exclusion', reason, id)).rejects.toMatchObject(refused('own-application'));
    await act(office.supervisor, 'decline-exclusion', { reason: '依据不足' }, id);
    await act(both, 'apply-exclusion', { ...asked, evidence: '补充的依据' }, id);
    const granted = await act(office.supervisor, 'grant-exclusion', reason, id);
    expect(granted).toMatchObject({ exclusion: 'granted', exclusionGround: 'historical' });
    expect(granted.countedDueAt).not.toBeNull(); // both rates are printed: it stays due
  });
});

describe('joint review', () => {
  const inReview = async (): Promise<Row> => {
    const order = await replied();
    const unit = office.handlerOf(WATER);
    for (let n = 0; n < 3; n += 1) {
      await act(office.supervisor, 'reopen', { reason: '仍未解决' }, order.id);
      if (n < 2) await act(unit, 'reply', { text: '再次处理。' }, order.id);
    }
    return order;
  };

  test('its conclusion closes the order on time, or a unit takes it up under a new clock', async () => {
    const [one, two] = [await inReview(), await inReview()];
    const end = { decision: 'end', conclusion: '已超出现行政策，向诉求人解释。' };
    expect(await act(office.supervisor, 'hold-joint-review', end, one.id)).toMatchObject({
      state: 'closed',
      outcome: 'handled',
      isOnTime: true,
    });
    const handle = { decision: 'handle', conclusion: '由城管牵头更换线路。' };
    await expect(act(office.supervisor, 'hold-joint-review', handle, two.id)).rejects.toMatchObject(
      refused('review-needs-unit'),
    );
    office.clock.set('2020-05-13T09:00+08:00');
    const input = { ...handle, handler: office.unit(CITY) };
    expect(await act(office.supervisor, 'hold-joint-review', input, two.id)).toMatchObject({
      state: 'reopened',
      handler: office.unit(CITY),
      reopenings: 3,
      dueAt: '2020-05-20T09:00:00.000Z', // Wednesday 13 May + 5 working days
    });
  });
});
