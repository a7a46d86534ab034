import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { followLetter } from './follow.ts';
import { actOnLetter, sendLetter } from './mail.ts';
import { publishedLetters } from './views/published.ts';

const UNIT = '区水利局';
const PHONE = '13800001234';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
  await runReactions(office.app);
});
afterAll(() => office.close());

let forms = 0;
async function letter(at: string, more = {}) {
  office.clock.set(at);
  const input = {
    channel: 'mailbox',
    type: 'help',
    topic: '城乡建设',
    place: '430611',
    title: '路灯三天不亮',
    text: '小区门口的路灯三天没有亮。',
    caller: { name: '甲某', phone: PHONE },
    ...more,
  };
  const key = `kept-word-form-${++forms}`;
  const sent = await sendLetter(office.app, { input, key, address: `192.0.2.${forms}`, entrance: 'portal' });
  const [row] = await office.app.query('select id from work_order where number = $1', [sent.number]);
  return { ...sent, id: row!['id'] as string };
}
const act = (by: Parameters<HotlineOffice['act']>[0], verb: string, input: object, id: string) =>
  office.act(by, `work-order.${verb}`, input as never, id);
const dispatch = (id: string) => act(office.dispatcher, 'dispatch', { handler: office.unit(UNIT) }, id);
const look = (number: string) =>
  followLetter(office.app, { number, secret: PHONE, address: `198.51.100.${++forms}` });
async function answered(id: string, text: string): Promise<void> {
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await act(office.handlerOf(UNIT), 'reply', { text, contacted }, id);
  await act(office.dispatcher, 'approve-reply', {}, id);
  await act(office.dispatcher, 'close', {}, id);
}

test('the day its writer was told stands: dispatched three days after it, the letter is three days late', async () => {
  const { id, number, promisedOn } = await letter('2020-06-02T09:00+08:00');
  expect(promisedOn).toBe('2020-06-09'); // Tuesday 2 June and five working days
  office.clock.set('2020-06-12T09:00+08:00');
  await dispatch(id);
  const late = await look(number);
  expect(late.standing).toMatchObject({ word: '已转交', dueOn: '2020-06-09', lateDays: 3 });
  // The unit has its own five days all the same.
  expect(late.letter.dueAt).toBe('2020-06-19T09:00:00.000Z');
});

test('more time that the writer was told of moves the day told by as many working days', async () => {
  const { id, number } = await letter('2020-06-02T09:00+08:00');
  await dispatch(id);
  await act(office.handlerOf(UNIT), 'ask-extension', { days: 3, reason: '须购配件', isTold: true }, id);
  await act(office.supervisor, 'grant-extension', {}, id);
  expect((await look(number)).standing).toMatchObject({ dueOn: '2020-06-12', lateDays: null });
});

test('published, opened again and answered anew it is public only once the new answer is released', async () => {
  const { id, number } = await letter('2020-06-01T09:00+08:00', { isPublishable: true });
  const listed = async () => (await publishedLetters(office.app.db, {})).items;
  const publish = (publicReply: string) =>
    act(
      office.dispatcher,
      'publish',
      { publicTitle: '路灯', publicText: '路灯不亮。', publicReply, isChecked: true },
      id,
    );
  await dispatch(id);
  await answered(id, '路灯不归我们管。');
  await publish('路灯不归我们管。');
  expect((await listed()).map((each) => each.number)).toEqual([number]);
  office.clock.set('2020-06-03T09:00+08:00');
  const reopened = await act(office.callerBack, 'call-back', { result: 'dissatisfied', solved: false }, id);
  expect(reopened.row).toMatchObject({ state: 'reopened', publishedAt: null, publicReply: null });
  office.clock.set('2020-06-05T09:00+08:00');
  await answered(id, '路灯已于六月五日修好。');
  expect(await listed()).toEqual([]);
  await publish('路灯已于六月五日修好。');
  expect(await listed()).toMatchObject([{ number, publicReply: '路灯已于六月五日修好。' }]);
});

test('what was merged into a letter that its writer takes back stands for itself again', async () => {
  const [own, handed, other] = [
    await letter('2020-07-01T09:00+08:00'),
    await letter('2020-07-01T09:00+08:00'),
    await letter('2020-07-01T09:00+08:00'),
  ];
  const row = (await dispatch(handed.id)).row as WorkOrder;
  for (const each of [own, handed]) await act(office.dispatcher, 'merge', { into: other.id }, each.id);
  office.clock.set('2020-07-02T09:00+08:00');
  const { ticket } = await look(other.number);
  await actOnLetter(office.app, 'take-back', { ticket, input: {} });
  await runReactions(office.app);
  const rows = await office.app.query(
    'select state, outcome, closed_at, merged_into, handler, due_at, counted_due_at from work_order where id = any($1) order by id',
    [[own.id, handed.id]],
  );
  const open = { outcome: null, closed_at: null, merged_into: null };
  expect(rows).toEqual([
    { ...open, state: 'registered', handler: null, due_at: null, counted_due_at: null },
    // Back to the unit under the clock it had, and due as before.
    {
      ...open,
      state: 'dispatched',
      handler: office.unit(UNIT),
      due_at: row.dueAt,
      counted_due_at: row.countedDueAt,
    },
  ]);
  const seen = await look(own.number);
  expect(seen.standing).toMatchObject({ word: '已收到', dueOn: '2020-07-08', lateDays: null });
  expect(seen.standing.note).toContain('恢复单独办理');
  expect(seen.joint).toBeNull();
});

test('what was merged into an order that is answered stays with it, and nobody takes it up again', async () => {
  const [own, other] = [await letter('2020-07-06T09:00+08:00'), await letter('2020-07-06T09:00+08:00')];
  await act(office.dispatcher, 'merge', { into: other.id }, own.id);
  await expect(act(office.supervisor, 'resume', {}, own.id)).rejects.toMatchObject({
    code: 'hotline.target-stands',
  });
});
