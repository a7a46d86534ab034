import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { withClient } from '#lib/db/index.ts';
import { Refusal } from '#lib/refusal.ts';
import { caseFile } from './file/case-file.ts';
import { cases } from './index.ts';
import { application, serviceHall, waterPermit, type Hall } from './testing/hall.ts';
import { STATES, type CaseState } from './words.ts';

const states = Object.keys(STATES) as readonly CaseState[];
const actions = cases.actions.filter((each) => each.noun === caseFile && each.from !== null);

let hall: Hall;
let id: string;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  id = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row.id;
});
afterAll(() => hall.close());

/** Put into a state past the engine, by the owner: for a database that is thrown away after. */
const put = (state: string): Promise<unknown> =>
  withClient(hall.app.database, { as: 'owner' }, (client) =>
    client.query('update case_file set state = $1 where id = $2', [state, id]),
  );
const codeOf = async (action: (typeof actions)[number]): Promise<string> => {
  const wish = { action, id, input: {}, by: SYSTEM, now: hall.now(), key: null, ifMatch: null };
  return hall.app.engine.perform(wish).then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : 'fault'),
  );
};

describe.each(states)('a case that is %s', (state) => {
  const shut = actions.filter((each) => !each.from!.includes(state));
  test(`refuses each of the ${shut.length} actions that do not begin there, and stays as it was`, async () => {
    await put(state);
    const codes = await Promise.all(shut.map(async (each) => [each.name, await codeOf(each)]));
    expect(codes).toEqual(shut.map((each) => [each.name, 'lib.wrong-state']));
    const [row] = await hall.app.query('select state from case_file where id = $1', [id]);
    expect(row).toEqual({ state });
  });
});

test('every state can be reached, and whatever is not over has a way on', () => {
  const births = cases.actions.filter((each) => each.noun === caseFile && each.from === null);
  // A bundle brings cases into being too, some of which wait for others of it.
  const reached = new Set([...births.flatMap((each) => each.to), 'waiting']);
  // A set grows while it is walked: what is added is visited too.
  for (const from of reached)
    for (const to of actions.flatMap((each) => (each.from!.includes(from) ? each.to : []))) reached.add(to);
  const unreached = states.filter((state) => !reached.has(state));
  expect(unreached.filter((state) => state !== 'revoked')).toEqual([]);
  const over: readonly string[] = [
    'completed',
    'declined',
    'withdrawn',
    'terminated',
    'revoked',
    'elsewhere',
  ];
  const stuck = states.filter(
    (state) =>
      !over.includes(state) &&
      !actions.some(
        (each) => !each.hidden && each.from!.includes(state) && each.to.some((to) => to !== state),
      ),
  );
  expect(stuck).toEqual([]);
});
