import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { withClient } from '#lib/db/index.ts';
import { Refusal } from '#lib/refusal.ts';
import { hotline } from '../index.ts';
import { ENDED, OPEN, STATES, type OrderState } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const states = Object.keys(STATES) as readonly OrderState[];
const actions = hotline.actions.filter((each) => each.noun === workOrder && each.from !== null);

/** Begins and ends in the same states: whatever state it finds, it leaves. */
const stays = ({ from, to }: (typeof actions)[number]): boolean =>
  from!.length === to.length && from!.every((state) => to.includes(state));

let office: HotlineOffice;
let id: string;
beforeAll(async () => {
  office = await hotlineOffice();
  id = (await office.act(office.agent, 'work-order.register', lampOrder())).row.id;
});
afterAll(() => office.close());

/** Put into a state past the engine, by the owner: for a database that is thrown away after. */
const put = (state: string): Promise<unknown> =>
  withClient(office.app.database, { as: 'owner' }, (client) =>
    client.query('update work_order set state = $1 where id = $2', [state, id]),
  );
const codeOf = async (action: (typeof actions)[number]): Promise<string> => {
  const wish = { action, id, input: {}, by: SYSTEM, now: office.app.now(), key: null, ifMatch: null };
  return office.app.engine.perform(wish).then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : 'fault'),
  );
};

describe.each(states)('an order that is %s', (state) => {
  const shut = actions.filter((each) => !each.from!.includes(state));
  test(`refuses each of the ${shut.length} actions that do not begin there, and stays as it was`, async () => {
    await put(state);
    const codes = await Promise.all(shut.map(async (each) => [each.name, await codeOf(each)]));
    expect(codes).toEqual(shut.map((each) => [each.name, 'lib.wrong-state']));
    const [row] = await office.app.query('select state from work_order where id = $1', [id]);
    expect(row).toEqual({ state });
  });
});

test('every state but the last ones has a way on, and every state can be reached', () => {
  const goesOn = (state: string): boolean =>
    actions.some(
      (each) =>
        !each.hidden && !stays(each) && each.from!.includes(state) && each.to.some((to) => to !== state),
    );
  expect(OPEN.filter((state) => !goesOn(state))).toEqual([]);
  const births = hotline.actions.filter((each) => each.noun === workOrder && each.from === null);
  const reached = new Set(births.flatMap((each) => each.to));
  // A set grows while it is walked: what is added is visited too.
  for (const from of reached)
    for (const to of actions.flatMap((each) => (each.from!.includes(from) ? each.to : []))) reached.add(to);
  expect([...reached].sort()).toEqual([...states].sort());
});

test('what has ended stays ended, but for what was closed, and what was merged into something that went', () => {
  const opening = (state: OrderState) =>
    actions
      .filter(
        (each) =>
          !stays(each) && each.from!.includes(state) && each.to.some((to) => OPEN.includes(to as never)),
      )
      .map((each) => each.name);
  const ended = Object.fromEntries(
    ENDED.filter((state) => state !== 'closed').map((state) => [state, opening(state)]),
  );
  expect(ended).toEqual({ redirected: [], merged: ['resume'], withdrawn: [], void: [], 'sent-back': [] });
  expect(opening('closed')).toEqual(expect.arrayContaining(['call-back', 'reopen', 'rework-from-city']));
});
