import { join } from 'node:path';
import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { day, instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import { module } from '#lib/module.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { knownPeople } from '#lib/testing/server.ts';
import { ledger } from '#ledger/index.ts';
import { instant as instantFrom, type Instant } from '#lib/time.ts';
import { settings } from '#settings/index.ts';
import { calendar, calendarNow, clocked, clockOf, due, type Step } from '../index.ts';

/** An application with a period in working days, counted when it is accepted. */
const permit = noun({
  name: 'test-permit',
  as: 'permit',
  path: 'test-permits',
  title: '许可申请',
  states: { accepted: '已受理', decided: '已办结' },
  columns: {
    limitDays: integer('期限'),
    acceptedAt: instant('受理时间'),
    dueAt: instant('截止时间').orNull().measured(),
    dueBecause: json<readonly Step[]>('计算过程'),
    holder: text('申请人'),
  },
  series: 'XK',
  see: { clerk: 'anyone' },
});
const limitOf = (amount: number) => ({ amount, unit: 'working-day' }) as const;
const accept = birth(permit, {
  name: 'accept',
  title: '受理',
  may: { clerk: 'anyone' },
  to: ['accepted'],
  input: Type.Object({ holder: Type.String(), limitDays: Type.Integer() }),
  needs: { calendar: calendarNow },
  decide({ input, calendar: table, now }) {
    const { dueAt, steps } = due(clockOf(now, limitOf(input.limitDays)), table);
    return { state: 'accepted', ...input, acceptedAt: now, dueAt, dueBecause: steps };
  },
});
const decidePermit = action(permit, {
  name: 'decide',
  title: '办结',
  may: { clerk: 'anyone' },
  from: ['accepted'],
  to: ['decided'],
  input: Type.Object({}),
  decide: () => ({ state: 'decided' }),
});
/** A letter about an application, below it: its deadline is a day. */
const letter = noun({
  name: 'test-letter',
  as: 'letter',
  path: 'test-letters',
  title: '补正通知',
  states: { sent: '已发出', answered: '已补正' },
  columns: { permitId: uuid('申请'), sentAt: instant('发出时间'), dueOn: day('补正期限').orNull() },
  root: permit,
  rootColumn: 'permitId',
  see: { clerk: 'anyone' },
});
const ask = birth(letter, {
  name: 'ask',
  title: '发补正通知',
  may: { clerk: 'anyone' },
  to: ['sent'],
  input: Type.Object({ permit: Type.String({ format: 'uuid' }) }),
  needs: { calendar: calendarNow },
  decide: ({ input, calendar: table, now }) => ({
    state: 'sent',
    permitId: input.permit,
    sentAt: now,
    dueOn: due(clockOf(now, limitOf(5)), table).dueOn,
  }),
});
const permits = module({
  name: 'permits',
  title: '许可',
  migrations: join(import.meta.dirname, 'permits'),
  nouns: [permit, letter],
  actions: [accept, decidePermit, ask],
  clocks: [
    clocked(permit, {
      open: ['accepted'],
      due: 'dueAt',
      because: 'dueBecause',
      clock: (row) => clockOf(row.acceptedAt, limitOf(row.limitDays)),
    }),
    clocked(letter, { open: ['sent'], due: 'dueOn', clock: (row) => clockOf(row.sentAt, limitOf(5)) }),
  ],
});

export const keeper = someone('日历员', ['calendar.keeper']);
export const clerk = someone('受理员', ['clerk']);
const administrator = someone('管理员', ['system.administrator']);
const people = new Map<string, Person>([
  ['keeper', keeper],
  ['clerk', clerk],
  ['administrator', administrator],
  ['staff', someone('职员', ['people.staff'])],
]);

/** The program with a calendar, permits whose clocks run, and a clock on the wall that tests set: `office.at('2020-01-22 10:00')`. */
export async function openOffice(local: string) {
  const wall = { now: '' as Instant };
  const at = (time: string): void => {
    wall.now = instantFrom(`${time.replace(' ', 'T')}+08:00`);
  };
  at(local);
  const app = await testApp([ledger, settings, calendar, permits], {
    now: () => wall.now,
    authenticate: knownPeople(people),
  });
  const act = acting(app);
  const apply = async (holder: string, limitDays: number): Promise<string> =>
    (await act(clerk, 'test-permit.accept', { holder, limitDays })).row.id;
  return { app, act, at, apply, administrator };
}
