import { afterAll, beforeAll, expect, test } from 'vitest';
import { getRow } from '#lib/http/list-routes.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import { knownPeople, startTestServer } from '#lib/testing/server.ts';
import { CITY, courseDesk, WATER } from '../course/testing/desk.ts';
import { precedent } from '../course/precedent.ts';
import { promise } from '../course/promises/promise.ts';
import { relay } from '../course/relay.ts';
import { supervisionPaper } from '../course/supervision/paper.ts';
import { supervision } from '../course/supervision/supervision.ts';
import { assistance } from '../order/assistance.ts';
import { workOrder } from '../order/work-order.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let registered: Desk['registered'];
let dispatched: Desk['dispatched'];
let below: Desk['below'];
beforeAll(async () => {
  ({ office, act, registered, dispatched, below } = await courseDesk());
});
afterAll(() => office.close());

const TELLS = /欧阳|13907309999|8栋/;
const caller = { name: '欧阳锋', phone: '13907309999', address: '荷花小区8栋302室' };
const SAID = '欧阳锋，13907309999，8栋302室，说是东门';
const COVERED = '某某，***，***，说是东门';
const report = { type: 'report', title: '工地夜里施工', text: '工地每夜施工到三点。', caller };
const lamp = { title: '欧阳锋家门前路灯不亮', text: '门前路灯三天不亮。', caller };
const reached = { at: '2020-05-11T01:00:00.000Z', how: '拨打13907309999', withCaller: true, note: SAID };
const water = (): Person => office.handlerOf(WATER);

/** What a person reads of a row over HTTP, with its history. */
async function read(by: Person, noun: Noun, id: string): Promise<string> {
  const server = await startTestServer({
    ...office.app,
    authenticate: knownPeople(new Map([['who', by]]))(),
  });
  const { body } = await server.call('GET', `/api/${noun.path}/${id}`, { token: 'who' });
  await server.close();
  return JSON.stringify(body);
}
/** Everything that hangs on the order, as this person reads it. */
async function readAll(by: Person, id: string): Promise<string> {
  const nouns = [assistance, supervision, precedent, promise, relay] as const;
  const told = [await read(by, workOrder, id)];
  for (const noun of nouns)
    for (const row of await below(noun.table, id)) told.push(await read(by, noun, row['id'] as string));
  return told.join('\n');
}
const replied = async (text = '已修好。', more: object = {}): Promise<string> => {
  const { id } = await dispatched({ ...report, ...more });
  await act(office.agent, 'log-contact', { contacted: reached }, id);
  await act(water(), 'reply', { text }, id);
  return id;
};

/** Every way in which somebody's words come to stand where a unit reads them, and who says them. */
const SPOKEN: Readonly<Record<string, () => Promise<string>>> = {
  'log-contact': async () => {
    const { id } = await dispatched(report);
    await act(office.agent, 'log-contact', { contacted: reached }, id);
    return id;
  },
  reply: () => replied(`请${SAID}放心，咨询电话0730-8170000`),
  'call-back': async () => {
    const id = await replied();
    const said = { result: 'satisfied', solved: true };
    await act(office.callerBack, 'call-back', said, id);
    await act(office.callerBack, 'call-back', { ...said, reason: SAID }, id);
    return id;
  },
  dispatch: async () => {
    const { id } = await registered(report);
    await office.cover(id);
    const to = { handler: office.unit(WATER), assisting: [office.unit(CITY)], note: SAID };
    await act(office.dispatcher, 'dispatch', to, id);
    return id;
  },
  supervise: async () => {
    const { id } = await dispatched(report);
    await act(office.supervisor, 'supervise', { paper: 'reminder', text: SAID }, id);
    return id;
  },
  arbitrate: async () => {
    const { id } = await dispatched(report);
    await act(office.supervisor, 'arbitrate', { handler: office.unit(WATER), reason: SAID }, id);
    return id;
  },
  return: async () => {
    const { id } = await dispatched(report);
    await act(water(), 'return', { reason: SAID }, id);
    return id;
  },
  'apply-exclusion': async () => {
    const { id } = await dispatched(report);
    await act(water(), 'apply-exclusion', { ground: 'unreasonable', evidence: SAID }, id);
    return id;
  },
  'ask-extension': async () => {
    const { id } = await dispatched(report);
    await act(water(), 'ask-extension', { days: 1, reason: SAID, isTold: true }, id);
    await act(office.supervisor, 'grant-extension', {}, id);
    return id;
  },
  'ask-void': async () => {
    const { id } = await dispatched(report);
    await act(office.supervisor, 'ask-void', { reason: SAID }, id);
    return id;
  },
  'contact-through-office': async () => {
    const { id } = await dispatched(report);
    await act(water(), 'contact-through-office', { question: SAID }, id);
    return id;
  },
};

test.each(Object.keys(SPOKEN))(
  '%s of a confidential order: the unit reads nothing of who spoke',
  async (name) => {
    const id = await SPOKEN[name]!();
    const told = [await readAll(water(), id), await readAll(office.handlerOf(CITY), id)].join('\n');
    expect(told).not.toMatch(TELLS);
    expect(told).toContain('说是东门');
  },
);

test('the words stand covered on the rows themselves, and on the paper; the telephone of a unit stays in its reply', async () => {
  const row = async (id: string) => (await getRow(workOrder, id, { by: water(), app: office.app })) as never;
  expect(await row(await SPOKEN['reply']!())).toMatchObject({
    contacts: [{ how: '拨打***', note: COVERED }],
    reply: `请${COVERED}放心，咨询电话0730-8170000`,
  });
  const [notice] = await below('supervision', await SPOKEN['supervise']!());
  expect(notice!['text']).toBe(COVERED);
  const served = (await getRow(supervision, notice!['id'] as string, {
    by: water(),
    app: office.app,
  })) as Parameters<typeof supervisionPaper>[0]['supervision'];
  const paper = supervisionPaper({ supervision: served, unitName: WATER, issuer: '热线办公室' });
  expect(JSON.stringify(paper)).not.toMatch(TELLS);
  const [ruling] = await below('precedent', await SPOKEN['arbitrate']!());
  expect(ruling!['reason']).toBe(COVERED);
  const [help] = await below('assistance', await SPOKEN['dispatch']!());
  expect(help!['request']).toBe(COVERED);
});

test('the rows as the ledger tells them are covered, and contacts and call-backs leave nothing beside them', async () => {
  const found = async (names: readonly string[], told: string) => {
    const ids = [];
    for (const name of names) ids.push(await SPOKEN[name]!());
    return office.app.query(
      `select action from ledger_entry
        where subject = any($1::uuid[]) and action <> 'register' and ${told} ~ '欧阳|13907309999|8栋'`,
      [ids],
    );
  };
  expect(await found(Object.keys(SPOKEN), 'changes::text')).toEqual([]);
  expect(await found(['log-contact', 'reply', 'call-back'], 'details::text')).toEqual([]);
});

test('kept confidential later, what was said before is covered on the order and on what hangs on it', async () => {
  const { id } = await registered(lamp);
  const to = { handler: office.unit(WATER), assisting: [office.unit(CITY)], note: SAID };
  await act(office.dispatcher, 'dispatch', to, id);
  await act(water(), 'return', { reason: SAID }, id);
  await act(office.supervisor, 'arbitrate', { handler: office.unit(WATER), reason: SAID }, id);
  await act(office.supervisor, 'supervise', { paper: 'reminder', text: SAID }, id);
  await act(water(), 'apply-exclusion', { ground: 'unreasonable', evidence: SAID }, id);
  await act(water(), 'ask-extension', { days: 1, reason: SAID, isTold: true }, id);
  await act(office.dispatcher, 'grant-extension', {}, id);
  const promises = [{ text: `给${SAID}换灯`, on: '2020-05-20' }];
  await act(water(), 'reply', { text: SAID, contacted: reached, promises }, id);
  const said = { result: 'satisfied', solved: true };
  await act(office.callerBack, 'call-back', said, id);
  await act(office.callerBack, 'call-back', { ...said, reason: SAID }, id);
  await act(office.supervisor, 'ask-void', { reason: SAID }, id);
  const kept = await act(office.agent, 'keep-confidential', { reason: SAID }, id);
  expect(kept).toMatchObject({
    title: '某某家门前路灯不亮',
    returnReason: COVERED,
    exclusionEvidence: COVERED,
    reply: COVERED,
    contacts: [{ how: '拨打***', note: COVERED }],
    askedVoid: { reason: COVERED },
    clock: { extensions: [{ reason: COVERED }] },
  });
  expect(kept.callBacks?.at(-1)).toMatchObject({ reason: COVERED });
  expect(await below('assistance', id)).toMatchObject([{ title: '某某家门前路灯不亮', request: COVERED }]);
  expect(await below('supervision', id)).toMatchObject([{ text: COVERED }]);
  expect(await below('precedent', id)).toMatchObject([{ reason: COVERED }]);
  expect(await below('promise', id)).toMatchObject([{ text: `给${COVERED}换灯` }]);
  for (const by of [water(), office.handlerOf(CITY)]) expect(await readAll(by, id)).not.toMatch(TELLS);
});

test('of an open order words stand as they are said', async () => {
  const { id } = await dispatched(lamp);
  expect((await act(water(), 'return', { reason: SAID }, id)).returnReason).toBe(SAID);
});
