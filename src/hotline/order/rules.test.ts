import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#lib/ids.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { VISIBLE } from './visible.ts';
import type { WorkOrder } from './work-order.ts';

const WATER = '区水利局';
const MONDAY = '2020-05-11T09:00+08:00';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice(MONDAY);
});
afterAll(() => office.close());

type Who = Parameters<HotlineOffice['act']>[0];
const refused = (code: string) => ({ code: `hotline.${code}` });
const act = async (by: Who, name: string, input: object, id: string | null) =>
  (await office.act(by, `work-order.${name}`, input as never, id)).row as WorkOrder;
const register = (more = {}): Promise<WorkOrder> => {
  office.clock.set(MONDAY);
  return act(office.agent, 'register', lampOrder(more), null);
};
const dispatched = async (more = {}): Promise<WorkOrder> => {
  const { id, isConfidential } = await register(more);
  if (isConfidential === true) await office.cover(id);
  return act(office.dispatcher, 'dispatch', { handler: office.unit(WATER) }, id);
};
const reached = (at: string = office.clock.now()) => ({ contacted: { at, how: '电话', withCaller: true } });
const reply = (id: string, more: object = reached()) =>
  act(office.handlerOf(WATER), 'reply', { text: '已修好。', ...more }, id);
const answered = async (more = {}): Promise<WorkOrder> => {
  const order = await reply((await dispatched(more)).id);
  office.later(60);
  return order;
};
const callBack = (id: string, input: object) => act(office.callerBack, 'call-back', input, id);

describe('who must have been contacted, and when', () => {
  test.each([
    ['1990-01-01T09:00:00+08:00', 'contact-too-early'],
    ['2020-05-11T08:59:00+08:00', 'contact-too-early'],
    ['2020-05-11T09:06:00+08:00', 'contact-in-future'],
  ])(
    'a contact at %s is none of an order dispatched and answered on 11 May 2020 at nine',
    async (at, code) => {
      const { id } = await dispatched();
      await expect(reply(id, reached(at))).rejects.toMatchObject({
        ...refused(code),
        fields: [{ path: 'contacted.at' }],
      });
    },
  );

  test('a round that the caller was not content with needs a contact of its own', async () => {
    const { id } = await answered();
    await callBack(id, { result: 'dissatisfied', solved: false });
    office.later(60);
    await expect(reply(id, {})).rejects.toMatchObject(refused('no-contact'));
    expect(await reply(id)).toMatchObject({ state: 'replied' });
  });

  test('a contact of the very minute of the reopening but before it is none of the new round; one typed by the minute is', async () => {
    const { id } = await dispatched();
    office.clock.set('2020-05-11T10:12:47+08:00');
    await reply(id, reached('2020-05-11T10:12:47+08:00'));
    await act(office.dispatcher, 'close', {}, id);
    office.clock.set('2020-05-11T10:12:50+08:00');
    await callBack(id, { result: 'dissatisfied', solved: false });
    office.clock.set('2020-05-11T10:12:55+08:00');
    await expect(reply(id, {})).rejects.toMatchObject(refused('no-contact'));
    await expect(reply(id, reached('2020-05-11T10:12:47+08:00'))).rejects.toMatchObject(
      refused('contact-too-early'),
    );
    const { contacts } = await reply(id, reached('2020-05-11T10:12:00+08:00'));
    expect(contacts!.map(({ at }) => at)).toEqual(['2020-05-11T02:12:47.000Z', '2020-05-11T02:12:50.000Z']);
  });

  test('a contact typed a little ahead of our clock does not reach into a round to come', async () => {
    const { id } = await dispatched();
    office.clock.set('2020-05-11T10:12:00+08:00');
    await reply(id, reached('2020-05-11T10:16:00+08:00'));
    await act(office.dispatcher, 'close', {}, id);
    office.clock.set('2020-05-11T10:13:00+08:00');
    await callBack(id, { result: 'dissatisfied', solved: false });
    office.clock.set('2020-05-11T10:14:00+08:00');
    await expect(reply(id, {})).rejects.toMatchObject(refused('no-contact'));
  });

  test('sent back for its wording it may rest on the contact of the same round', async () => {
    const { id } = await answered();
    await act(office.dispatcher, 'send-back', { reason: '未说明何时修好' }, id);
    expect(await reply(id, {})).toMatchObject({ state: 'replied' });
  });

  test('a named caller who must stay unknown is contacted by the office, never by the unit', async () => {
    const { id } = await dispatched({ type: 'report' });
    await expect(reply(id, {})).rejects.toMatchObject(refused('no-contact'));
    await expect(reply(id)).rejects.toMatchObject(refused('contact-by-office'));
    await act(office.handlerOf(WATER), 'contact-through-office', { question: '是哪一盏灯？' }, id);
    const [asked] = await office.app.query('select id from relay where order_id = $1', [id]);
    await office.act(
      office.agent,
      'relay.answer',
      { text: '东门第二盏', isReached: true },
      asked!['id'] as string,
    );
    expect(await reply(id, {})).toMatchObject({ state: 'replied', isContacted: true });
  });

  test('three attempts of the office, apart in time, stand for a contact; nobody can contact the anonymous', async () => {
    const { id } = await dispatched({ type: 'report' });
    office.clock.set('2020-05-11T12:00+08:00');
    for (const at of ['09:30', '10:00', '10:30']) {
      const contacted = { at: `2020-05-11T${at}:00+08:00`, how: '电话', withCaller: false };
      await act(office.agent, 'log-contact', { contacted }, id);
    }
    expect(await reply(id, {})).toMatchObject({ state: 'replied', isContacted: null });
    const nobody = await dispatched({ type: 'report', caller: undefined, isAnonymous: true });
    expect(await reply(nobody.id, {})).toMatchObject({ state: 'replied' });
  });
});

describe('what the caller said stays said', () => {
  test('asked again about the same answer there must be a reason, and a complaint stays a complaint', async () => {
    const { id } = await answered();
    const first = await callBack(id, { result: 'dissatisfied', solved: true });
    office.later(60);
    await expect(callBack(id, { result: 'satisfied' })).rejects.toMatchObject(refused('called-back-already'));
    for (const result of ['satisfied', 'not-reached']) {
      expect(await callBack(id, { result, reason: '诉求人来电补充' })).toMatchObject({
        callBackResult: 'dissatisfied',
        calledBackAt: first.calledBackAt,
        isSolved: true,
      });
      office.later(60);
    }
    const [row] = await office.app.query('select call_backs from work_order where id = $1', [id]);
    const kept = row!['call_backs'] as readonly { readonly result: string; readonly reason?: string }[];
    expect(kept.map(({ result, reason }) => [result, reason])).toEqual([
      ['dissatisfied', undefined],
      ['satisfied', '诉求人来电补充'],
      ['not-reached', '诉求人来电补充'],
    ]);
  });

  test('who was not reached is called again without a word; content at first and a complaint after is a complaint', async () => {
    const { id } = await answered();
    await callBack(id, { result: 'not-reached' });
    office.later(60);
    expect(await callBack(id, { result: 'satisfied', solved: true })).toMatchObject({
      callBackResult: 'satisfied',
      isSolved: true,
    });
    office.later(60);
    const again = await callBack(id, { result: 'dissatisfied', solved: false, reason: '灯又不亮了' });
    expect(again).toMatchObject({ state: 'reopened', callBackResult: 'dissatisfied', isSolved: false });
    office.later(60);
    await reply(id);
    office.later(60);
    // A new answer is a new question; the year keeps the complaint.
    expect(await callBack(id, { result: 'satisfied', solved: true })).toMatchObject({
      state: 'replied',
      callBackResult: 'dissatisfied',
      calledBackAt: again.calledBackAt,
      isSolved: false,
    });
  });

  test('who answered it, in whichever round, does not ask the caller what it was worth', async () => {
    const both = someone('两头', ['hotline.handler', office.unit(WATER)], ['hotline.caller-back', DISTRICT]);
    const { id } = await dispatched();
    await act(both, 'reply', { text: '已修好。', ...reached() }, id);
    const ask = (by: Who, result = 'satisfied') => act(by, 'call-back', { result, solved: false }, id);
    await expect(ask(both)).rejects.toMatchObject(refused('own-reply'));
    await ask(office.callerBack, 'dissatisfied');
    office.later(60);
    const another = office.handlerOf(WATER);
    await act(another, 'reply', { text: '又修了一次。', ...reached() }, id);
    await expect(ask(both)).rejects.toMatchObject(refused('own-reply'));
    expect(await ask(office.callerBack)).toMatchObject({
      state: 'replied',
      repliedBy: [both.id, another.id],
    });
  });

  test('nobody who was not reached said that it is solved', async () => {
    const { id } = await answered();
    for (const solved of [true, false])
      await expect(callBack(id, { result: 'not-reached', solved })).rejects.toMatchObject({
        ...refused('not-reached-solved'),
        fields: [{ path: 'solved' }],
      });
  });
});

describe('answered at once, and not to the point', () => {
  const direct = async (): Promise<WorkOrder> => {
    const { id } = await register({ type: 'consultation' });
    return act(office.agent, 'answer-directly', { text: '工作日上午九点到下午五点。' }, id);
  };

  test('a dissatisfied caller brings it to the dispatcher, and a unit must answer it', async () => {
    const { id } = await direct();
    office.later(60);
    const again = await callBack(id, { result: 'dissatisfied', solved: false });
    expect(again).toMatchObject({ state: 'registered', reopenings: 1, outcome: null, closedAt: null });
    await expect(act(office.agent, 'answer-directly', { text: '同上。' }, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    await expect(act(office.supervisor, 'void', { reason: '误登' }, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    const out = await act(office.dispatcher, 'dispatch', { handler: office.unit(WATER) }, id);
    expect(out).toMatchObject({ state: 'dispatched', countedDueAt: out.dueAt });
    await expect(reply(id, {})).rejects.toMatchObject(refused('no-contact'));
  });

  test('a supervisor may open it again too', async () => {
    const { id } = await direct();
    expect(await act(office.supervisor, 'reopen', { reason: '答非所问' }, id)).toMatchObject({
      state: 'registered',
    });
  });

  test('the knowledge it was taken from must be there', async () => {
    const { id } = await register({ type: 'consultation' });
    const input = { text: '九点到五点。', knowledge: uuidv7() };
    await expect(act(office.agent, 'answer-directly', input, id)).rejects.toMatchObject({
      ...refused('no-knowledge'),
      fields: [{ path: 'knowledge' }],
    });
  });
});

describe('what is taken down', () => {
  test.each(['city', 'rating'])('an agent does not register by the channel %s', async (channel) => {
    await expect(register({ channel })).rejects.toMatchObject(refused('channel-not-here'));
  });

  test('a title of characters that take no room is none, one letter among them is enough', () => {
    const shows = new RegExp(VISIBLE);
    expect(
      ['\u200b\u200b', '\u3164\u2060', '\ufeff \u00ad', '\u2800'].filter((title) => shows.test(title)),
    ).toEqual([]);
    expect(['\u200b灯', '？', '🙂', '𠮷'].every((title) => shows.test(title))).toBe(true);
  });

  test('a call is a call, and gives one order unless another matter is said', async () => {
    const order = await register();
    for (const call of [uuidv7(), order.id])
      await expect(register({ call })).rejects.toMatchObject({
        ...refused('no-call'),
        fields: [{ path: 'call' }],
      });
    const { row } = await office.act(office.agent, 'call.arrive', { line: '12345', phone: '13800001234' });
    const first = await register({ call: row.id });
    await expect(register({ call: row.id })).rejects.toMatchObject(refused('call-has-order'));
    expect(await register({ call: row.id, isAnotherMatter: true })).toMatchObject({ call: row.id });
    const [told] = await office.app.query('select order_id from phone_call where id = $1', [row.id]);
    expect(told).toEqual({ order_id: first.id });
  });

  test('told where it belongs the caller hears the words of the office, and the order keeps them', async () => {
    const { id } = await register();
    const gone = await act(office.agent, 'redirect', { to: 'discipline' }, id);
    expect(gone.redirectWords).toContain('12388');
  });
});
