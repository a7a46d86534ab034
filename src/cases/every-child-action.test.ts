import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { withClient } from '#lib/db/index.ts';
import { Refusal } from '#lib/refusal.ts';
import { testApp } from '#lib/testing/app.ts';
import { modules } from '#modules.ts';
import { oneRowEach } from '#people/testing/one-row-each.ts';
import { ROW_ID } from '#people/testing/samples.ts';
import { caseFile } from './file/case-file.ts';
import { cases } from './index.ts';

/* What every-action.test.ts says of a case, for all that hangs on one and beside it. */
const nouns = cases.nouns.filter((noun) => noun !== caseFile);
const actionsOf = (noun: (typeof nouns)[number]) =>
  cases.actions.filter((each) => each.noun === noun && each.from !== null);

let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  app = await testApp(modules);
  await oneRowEach(app);
});
afterAll(() => app.close());

const put = (table: string, state: string): Promise<unknown> =>
  withClient(app.database, { as: 'owner' }, (client) =>
    client.query(`update ${table} set state = $1 where id = $2`, [state, ROW_ID]),
  );
const codeOf = (action: (typeof cases.actions)[number]): Promise<string> => {
  const wish = { action, id: ROW_ID, input: {}, by: SYSTEM, now: app.now(), key: null, ifMatch: null };
  return app.engine.perform(wish).then(
    () => 'done',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : String(fault)),
  );
};

describe.each(nouns)('$title', (noun) => {
  test.each(Object.keys(noun.states))(
    'that is %s refuses each action that does not begin there',
    async (state) => {
      const shut = actionsOf(noun).filter((each) => !each.from!.includes(state));
      await put(noun.table, state);
      const codes = await Promise.all(shut.map(async (each) => [each.name, await codeOf(each)]));
      expect(codes).toEqual(shut.map((each) => [each.name, 'lib.wrong-state']));
      const [row] = await app.query(`select state from ${noun.table} where id = $1`, [ROW_ID]);
      expect(row).toEqual({ state });
    },
  );
});
