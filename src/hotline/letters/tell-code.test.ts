import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { followLetter } from './follow.ts';
import { actOnLetter, deedsOpen, sendLetter } from './mail.ts';
import { toldCode } from './views/told-code.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());
beforeEach(() => office.later(24 * 60));

const UNIT = '区水利局';
const register = async (more = {}) =>
  (await office.act(office.agent, 'work-order.register', lampOrder(more))).row;
const tell = (id: string, by: Person = office.agent) => office.act(by, 'work-order.tell-code', {}, id);
const read = (key: string, by: Person = office.agent) =>
  toldCode.read({ app: office.app, query: { key }, by } as never) as Promise<{ readonly code: string }>;
async function codeOf(id: string): Promise<string> {
  await tell(id);
  return (await read(id)).code;
}
const follow = (number: string, secret: string) =>
  followLetter(office.app, { number, secret, address: '192.0.2.7' });
async function answer(id: string): Promise<void> {
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, id);
  const contacted = { at: office.app.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(UNIT), 'work-order.reply', { text: '已修好。', contacted }, id);
  await office.act(office.dispatcher, 'work-order.approve-reply', {}, id);
}

test('whoever telephones follows the order by its number and the last four digits, and rates by the whole number', async () => {
  const { id, number } = await register();
  expect((await follow(number, '1234')).standing.word).toBe('已收到');
  await answer(id);
  const { ticket } = await follow(number, '13800001234');
  const after = await actOnLetter(office.app, 'rate', { ticket, input: { result: 'satisfied' } });
  expect(after.letter.rating).toBe('satisfied');
});

test('the agent reads out a code; with it the caller rates although the unit has looked at the number', async () => {
  const { id, number } = await register();
  const code = await codeOf(id);
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  await answer(id);
  await office.act(
    office.handlerOf(UNIT),
    'work-order.unmask',
    { field: 'callerPhone', reason: '联系诉求人' },
    id,
  );
  const opened = await follow(number, `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`);
  expect(opened.proof).toBe('code');
  expect(deedsOpen(office.app, opened)).toEqual(['rate']);
  const { letter } = await actOnLetter(office.app, 'rate', {
    ticket: opened.ticket,
    input: { result: 'satisfied' },
  });
  expect(letter.rating).toBe('satisfied');
});

test('an anonymous caller, whom no digits prove, follows by the code and takes the order back', async () => {
  const { id, number } = await register({ caller: undefined, isAnonymous: true });
  const code = await codeOf(id);
  const { ticket } = await follow(number, code);
  const { standing } = await actOnLetter(office.app, 'take-back', { ticket, input: {} });
  expect(standing.word).toBe('已撤回');
});

test('nobody has a code whom none was told, and that of one order opens no other', async () => {
  const [told, untold] = [await register(), await register()];
  const code = await codeOf(told.id);
  await expect(follow(untold.number, code)).rejects.toMatchObject({ code: 'hotline.letter-not-found' });
  await tell(untold.id);
  await expect(follow(untold.number, code)).rejects.toMatchObject({ code: 'hotline.letter-not-found' });
});

test('only who asked for it just now reads it; the ledger says that it was told, and holds nothing of it', async () => {
  const { id } = await register();
  await expect(read(id)).rejects.toMatchObject({ code: 'hotline.code-not-told' });
  const code = await codeOf(id);
  const other = someone('另一话务员', ['hotline.agent', DISTRICT]);
  await expect(read(id, other)).rejects.toMatchObject({ code: 'hotline.code-not-told' });
  office.later(3);
  await expect(read(id)).rejects.toMatchObject({ code: 'hotline.code-not-told' });
  const entries = await office.app.query(
    'select action, person_name, changes, details from ledger_entry where subject = $1',
    [id],
  );
  expect(entries.map(({ action }) => action)).toEqual(['register', 'tell-code']);
  expect(JSON.stringify(entries)).not.toContain(code);
});

test('it is told again to who lost it, the same; never once there is an answer to rate', async () => {
  const { id } = await register();
  const code = await codeOf(id);
  office.later(60);
  expect(await codeOf(id)).toBe(code);
  expect(await office.app.query('select 1 as one from letter_code where order_id = $1', [id])).toHaveLength(
    1,
  );
  await answer(id);
  await expect(tell(id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
});

test('a letter has a code of its writer, which nobody reads out', async () => {
  const { number } = await sendLetter(office.app, {
    input: { ...lampOrder(), channel: 'mailbox' },
    key: 'a-letter-0000000000001',
    address: '192.0.2.1',
    entrance: 'portal',
  });
  const [row] = await office.app.query('select id from work_order where number = $1', [number]);
  await expect(tell(row!['id'] as string)).rejects.toMatchObject({ code: 'hotline.code-of-writer' });
});

test('a unit, a dispatcher and a caller-back tell nobody a code', async () => {
  const { id } = await register();
  for (const by of [office.dispatcher, office.callerBack, office.supervisor, office.handlerOf(UNIT)])
    await expect(tell(id, by)).rejects.toMatchObject({ code: 'lib.missing-role' });
});
