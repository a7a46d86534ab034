import { expect, test } from 'vitest';
import type { TSchema } from 'typebox';
import { timelineOf } from '#lib/http/timeline.ts';
import { CITY, courseDesk } from '../course/testing/desk.ts';
import { hotline } from '../index.ts';

type Said = TSchema & {
  readonly keep?: string;
  readonly format?: string;
  readonly enum?: unknown;
  readonly ref?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
};
/** Whether somebody can write a sentence there: a string that is no id, day, code or choice, or a list or group of such. */
function isFree(schema: TSchema): boolean {
  const said = schema as Said;
  if (said.properties) return Object.values(said.properties).some(isFree);
  if (said.items) return isFree(said.items);
  const isBound = said.format ?? said.enum ?? said.ref;
  return (
    (said as { readonly type?: string }).type === 'string' &&
    isBound === undefined &&
    (said.pattern === undefined || said.pattern === '\\S') &&
    (said.maxLength ?? Infinity) > 120
  );
}

/** The basis of an entry of the knowledge base, a law's title: of no caller, and an auditor must read it. */
const OF_NO_CALLER = ['knowledge-entry.amend.basis', 'knowledge-entry.write.basis'];
/** Why somebody looked at a number: declared by the module of people, for every noun alike. */
const OF_LOOKING = ['call.unmask.reason', 'protected-caller.unmask.reason', 'work-order.unmask.reason'];

test('what people say in words stands in the ledger so that it can be erased, or not at all', () => {
  const clear = hotline.actions.flatMap(({ noun, name, input }) =>
    Object.entries(input.properties)
      .filter(([, schema]) => (schema as Said).keep === undefined && isFree(schema))
      .map(([field]) => `${noun.name}.${name}.${field}`),
  );
  expect(clear.sort()).toEqual([...OF_NO_CALLER, ...OF_LOOKING].sort());
});

test('a reason is read in the history and stands in no entry, so that it can be erased', async () => {
  const desk = await courseDesk();
  const { office, act, dispatched } = desk;
  const { id } = await dispatched();
  const reason = '欧阳锋的邻居说属城管职责';
  await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason }, id);
  const entries = () =>
    office.app.query("select details, changes from ledger_entry where subject = $1 and action = 'transfer'", [
      id,
    ]);
  expect(JSON.stringify(await entries())).not.toContain('欧阳');
  expect(JSON.stringify(await timelineOf(office.app, id))).toContain(reason);
  await office.close();
});
