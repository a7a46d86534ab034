import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '#lib/action/noun.ts';
import { someone } from '#lib/testing/app.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const WATER = '区水利局';
const CITY = '区城市管理和综合执法局';
const MONDAY = '2020-05-11T09:00+08:00';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice(MONDAY);
});
afterAll(() => office.close());

const act = async (by: Parameters<HotlineOffice['act']>[0], name: string, input: object, id: string) =>
  (await office.act(by, `work-order.${name}`, input as never, id)).row as WorkOrder;
const registered = async (more = {}) => {
  office.clock.set(MONDAY);
  return (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
};
const dispatched = async (more = {}) => {
  const { id } = await registered(more);
  return act(office.dispatcher, 'dispatch', { handler: office.unit(WATER) }, id);
};
const replied = async (more = {}, said = {}) => {
  const { id } = await dispatched(more);
  const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
  return act(office.handlerOf(WATER), 'reply', { text: '已修好。', contacted, ...said }, id);
};
const below = async (table: string, id: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  office.app.query(`select * from ${table} where order_id = $1 order by id`, [id]);
const refused = (code: string) => ({ code: `hotline.${code}` });

describe('from unit to unit', () => {
  test('a transfer keeps the clock, counts, and takes back the signature', async () => {
    const order = await dispatched();
    await act(office.handlerOf(WATER), 'sign', {}, order.id);
    office.clock.set('2020-05-12T09:00+08:00');
    const moved = await act(
      office.dispatcher,
      'transfer',
      { handler: office.unit(CITY), reason: '属城管' },
      order.id,
    );
    expect(moved).toMatchObject({
      state: 'dispatched',
      handler: office.unit(CITY),
      transfers: 1,
      signedAt: null,
    });
    expect([moved.dueAt, moved.dispatchedAt]).toEqual([order.dueAt, order.dispatchedAt]);
  });

  test('a transfer to the unit that has it is refused; the former unit does not see the order any more', async () => {
    const { id } = await dispatched();
    const there = { handler: office.unit(WATER), reason: '重复' };
    await expect(act(office.dispatcher, 'transfer', there, id)).rejects.toMatchObject(refused('same-unit'));
    await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason: '属城管' }, id);
    await expect(act(office.handlerOf(WATER), 'sign', {}, id)).rejects.toMatchObject({
      code: 'lib.not-found',
    });
  });

  test('help asked of the unit that becomes the lead is released, the rest answers to the new lead', async () => {
    const { id } = await registered();
    const third = office.unit('区财政局');
    const assisting = [office.unit(CITY), third];
    await act(office.dispatcher, 'dispatch', { handler: office.unit(WATER), assisting }, id);
    await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason: '属城管' }, id);
    const asked = await below('assistance', id);
    expect(asked.find((each) => each['unit'] === office.unit(CITY))).toMatchObject({ state: 'released' });
    expect(asked.find((each) => each['unit'] === third)).toMatchObject({
      state: 'asked',
      lead: office.unit(CITY),
    });
  });

  test('a ruling names the unit, becomes a precedent, and the unit can neither return it nor be relieved', async () => {
    const { id } = await dispatched();
    await act(office.handlerOf(WATER), 'return', { reason: '不属于本单位职责' }, id);
    const again = { handler: office.unit(WATER) };
    await expect(act(office.dispatcher, 'dispatch', again, id)).rejects.toMatchObject(
      refused('needs-ruling'),
    );
    const ruling = { handler: office.unit(WATER), reason: '三定方案第四条' };
    const ruled = await act(office.supervisor, 'arbitrate', ruling, id);
    expect(ruled).toMatchObject({ state: 'dispatched', handler: office.unit(WATER), transfers: null });
    const [precedent] = await below('precedent', id);
    expect(precedent).toMatchObject({ id: ruled.precedent, state: 'in-force', reason: '三定方案第四条' });
    const reason = { reason: '仍然不属于' };
    await expect(act(office.handlerOf(WATER), 'return', reason, id)).rejects.toMatchObject(refused('ruled'));
    const elsewhere = { handler: office.unit(CITY), reason: '换' };
    await expect(act(office.dispatcher, 'transfer', elsewhere, id)).rejects.toMatchObject(refused('ruled'));
  });

  test('a later ruling on the same topic and place takes the place of the earlier one', async () => {
    const [one, two] = [await dispatched(), await dispatched()];
    for (const [order, unit] of [
      [one, WATER],
      [two, CITY],
    ] as const)
      await act(office.supervisor, 'arbitrate', { handler: office.unit(unit), reason: '裁定理由' }, order.id);
    const states = (await Promise.all([one, two].map((each) => below('precedent', each.id)))).map(
      ([each]) => each!['state'],
    );
    expect(states).toEqual(['superseded', 'in-force']);
  });
});

describe('more time', () => {
  const asking = { days: 3, reason: '须购买配件', isTold: true };

  test('three working days after Monday 18 May end on Thursday 21 May; the year counts by the new deadline', async () => {
    const { id } = await dispatched();
    await act(office.handlerOf(WATER), 'ask-extension', asking, id);
    const granted = await act(office.dispatcher, 'grant-extension', {}, id);
    expect(granted).toMatchObject({
      dueAt: '2020-05-21T09:00:00.000Z',
      countedDueAt: '2020-05-21T09:00:00.000Z',
      extensions: 1,
      askedExtension: null,
    });
    await expect(act(office.handlerOf(WATER), 'ask-extension', asking, id)).rejects.toMatchObject(
      refused('extensions-used-up'),
    );
  });

  test('an urgent order of 24 hours is lengthened by hours', async () => {
    const { id, dueAt } = await dispatched({ isUrgent: true });
    expect(dueAt).toBe('2020-05-12T01:00:00.000Z');
    await act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 2 }, id);
    const granted = await act(office.supervisor, 'grant-extension', {}, id);
    expect(granted.dueAt).toBe('2020-05-14T01:00:00.000Z'); // 24 + 48 hours
  });

  test.each([
    ['behind the back of the caller', { ...asking, isTold: false }, 'caller-not-told'],
    ['for longer than the rules allow', { ...asking, days: 11 }, 'extension-too-long'],
  ])('asked %s is refused', async (_, input, code) => {
    const { id } = await dispatched();
    await expect(act(office.handlerOf(WATER), 'ask-extension', input, id)).rejects.toMatchObject(
      refused(code),
    );
  });

  test('asked a minute after the deadline is refused, at the deadline it is taken', async () => {
    const { id } = await dispatched();
    office.clock.set('2020-05-18T17:01+08:00');
    const ask = () => act(office.handlerOf(WATER), 'ask-extension', asking, id);
    await expect(ask()).rejects.toMatchObject(refused('extension-too-late'));
    office.clock.set('2020-05-18T17:00+08:00');
    expect((await ask()).askedExtension).toMatchObject({ days: 3 });
    await expect(ask()).rejects.toMatchObject(refused('extension-pending'));
  });

  test('who asked cannot grant, and a refusal leaves the deadline where it was', async () => {
    const order = await dispatched();
    const both = someone(
      '两职一人',
      ['hotline.handler', office.unit(WATER)],
      ['hotline.dispatcher', DISTRICT],
    );
    await act(both, 'ask-extension', asking, order.id);
    for (const [verb, input] of [
      ['grant-extension', {}],
      ['decline-extension', { reason: '理由不足' }],
    ] as const)
      await expect(act(both, verb, input, order.id)).rejects.toMatchObject(refused('own-application'));
    const declined = await act(office.dispatcher, 'decline-extension', { reason: '理由不足' }, order.id);
    expect(declined).toMatchObject({ askedExtension: null, extensions: null, dueAt: order.dueAt });
  });

  test('in a second round an extension leaves the deadline the year counts by alone', async () => {
    const { id, countedDueAt } = await replied();
    office.clock.set('2020-05-12T09:00+08:00');
    await act(office.callerBack, 'call-back', { result: 'dissatisfied', solved: false }, id);
    await act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 1 }, id);
    const granted = await act(office.dispatcher, 'grant-extension', {}, id);
    expect(granted.dueAt).toBe('2020-05-20T09:00:00.000Z'); // Tuesday 12 May + 5 + 1 working days
    expect(granted.countedDueAt).toBe(countedDueAt);
  });
});

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

describe('what ends without an answer', () => {
  const undue = { countedDueAt: null, isDueLaterYear: null, isOnTime: null };

  test('a duplicate goes into the open order and is due nowhere', async () => {
    const [one, two] = [await dispatched(), await dispatched()];
    office.clock.set('2020-05-12T09:00+08:00');
    const merged = await act(office.dispatcher, 'merge', { into: one.id }, two.id);
    expect(merged).toMatchObject({
      state: 'merged',
      outcome: 'merged',
      mergedInto: one.id,
      closedAt: '2020-05-12T01:00:00.000Z',
      ...undue,
    });
  });

  test('not into itself, not into what has ended, not into what lies elsewhere', async () => {
    const [one, two, town] = [
      await dispatched(),
      await dispatched(),
      await registered({ place: '430611101' }),
    ];
    const into = (id: string) => act(office.dispatcher, 'merge', { into: id }, two.id);
    await expect(into(two.id)).rejects.toMatchObject(refused('into-itself'));
    await act(office.agent, 'withdraw', { note: '来电人说已修好' }, one.id);
    await expect(into(one.id)).rejects.toMatchObject(refused('target-ended'));
    const mine = await registered({ place: '430611102' });
    const townOf = (code: string) => someone('镇派单员', ['hotline.dispatcher', code]);
    await expect(act(townOf('430611102'), 'merge', { into: town.id }, mine.id)).rejects.toMatchObject(
      refused('no-target'),
    );
  });

  test('two orders merged into each other at once: one goes into the other, not both', async () => {
    const [one, two] = [await registered(), await registered()];
    const done = await Promise.allSettled([
      act(office.dispatcher, 'merge', { into: two.id }, one.id),
      act(office.dispatcher, 'merge', { into: one.id }, two.id),
    ]);
    expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('withdrawn and void orders are not due, and nobody waits for what hung on them', async () => {
    const { id } = await registered();
    const assisting = [office.unit(CITY)];
    await act(office.dispatcher, 'dispatch', { handler: office.unit(WATER), assisting }, id);
    await act(office.supervisor, 'supervise', { paper: 'supervision-order', text: '请立即办理' }, id);
    const gone = await act(office.agent, 'withdraw', { note: '来电人说已修好' }, id);
    expect(gone).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', ...undue });
    expect(await below('assistance', id)).toMatchObject([{ state: 'released' }]);
    expect(await below('supervision', id)).toMatchObject([{ state: 'lifted' }]);
    const slip = await replied();
    expect(await act(office.supervisor, 'void', { reason: '测试工单' }, slip.id)).toMatchObject({
      state: 'void',
      ...undue,
    });
  });
});

describe('a caller who must not be known', () => {
  test('kept confidential the caller leaves the order for a row of the office, sealed as it was', async () => {
    const { id } = await dispatched();
    const kept = await act(office.agent, 'keep-confidential', { reason: '来电人要求' }, id);
    expect(kept).toMatchObject({ isConfidential: true, callerName: null, callerPhone: null });
    const [caller] = await below('protected_caller', id);
    expect(caller!['phone']).toMatchObject({ mask: '138****1234' });
    await expect(act(office.agent, 'keep-confidential', { reason: '再来' }, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });

  test('a unit asks through the office; the answer is a contact, and may not give the caller away', async () => {
    const { id } = await dispatched({ type: 'report' });
    await act(office.handlerOf(WATER), 'contact-through-office', { question: '是哪一盏灯？' }, id);
    const [relay] = await below('relay', id);
    const answer = (text: string) =>
      office.act(office.agent, 'relay.answer', { text, isReached: true }, relay!['id'] as string);
    await expect(answer('请打 138 0000 1234 问他')).rejects.toMatchObject(refused('relay-names-caller'));
    expect((await answer('东门第二盏')).row).toMatchObject({ state: 'answered' });
    const [order] = await office.app.query('select is_contacted, contacts from work_order where id = $1', [
      id,
    ]);
    expect(order).toMatchObject({
      is_contacted: true,
      contacts: [{ how: '经热线办公室转达', withCaller: true }],
    });
  });

  test('the caller of an ordinary order is asked directly', async () => {
    const { id } = await dispatched();
    await expect(
      act(office.handlerOf(WATER), 'contact-through-office', { question: '在哪里？' }, id),
    ).rejects.toMatchObject({ code: 'lib.wrong-state' });
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
