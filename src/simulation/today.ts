import type { Person } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import {
  addDays,
  dayOf,
  instantOf,
  millis,
  MS_PER_HOUR,
  startOfDay,
  yearOf,
  type Instant,
} from '#lib/time.ts';
import { isWorkingDay } from '#calendar/index.ts';
import { chance, type Chance } from './chance.ts';
import { groundOf, type Ground } from './hotline/ground.ts';
import { matterOf, replyText, type Matter } from './hotline/matter.ts';
import { inventedName, inventedPhone } from './hotline/names.ts';
import { staffOf, type Staff } from './hotline/people.ts';
import { act } from './mark.ts';

/** How far a matter has come by now. */
const STANDINGS = [
  'registered',
  'dispatched',
  'signed',
  'returned',
  'replied',
  'reopened',
  'overdue',
] as const;
type Standing = (typeof STANDINGS)[number];
/** What a dispatcher, a unit and a supervisor find on their boards in the morning. */
const ORDERS: Readonly<Record<Standing, number>> = {
  registered: 8,
  dispatched: 9,
  signed: 12,
  returned: 3,
  replied: 8,
  reopened: 2,
  overdue: 2,
};
/** Working days ago that it came in: what is overdue has had its five and more. */
const AGE: Readonly<Record<Standing, number>> = {
  registered: 0,
  dispatched: 1,
  signed: 2,
  returned: 1,
  replied: 3,
  reopened: 4,
  overdue: 8,
};

interface Office {
  readonly app: App;
  readonly ground: Ground;
  readonly staff: Staff;
  readonly by: Chance;
}

/** Between nine and half past four, so many working days before today; never later than an hour ago. */
function cameAt({ app, ground, by }: Office, age: number): Instant {
  let on = dayOf(app.now());
  for (let left = age; left > 0;) {
    on = addDays(on, -1);
    if (isWorkingDay(ground.calendar, on)) left -= 1;
  }
  const at = millis(startOfDay(on)) + (9 + by.next() * 7.5) * MS_PER_HOUR;
  return instantOf(Math.min(at, millis(app.now()) - MS_PER_HOUR));
}

async function perform(
  app: App,
  by: Person,
  wish: { readonly name: string; readonly id: string | null; readonly at: Instant; readonly input: object },
) {
  const { row } = await app.engine.perform({
    action: getAction(app, 'work-order', wish.name),
    id: wish.id,
    input: wish.input as Readonly<Record<string, unknown>>,
    by,
    now: wish.at,
    key: null,
    ifMatch: null,
  });
  return row.id;
}

/** One order, brought as far as it stands. */
async function bring(office: Office, standing: Standing, isUrgent: boolean): Promise<void> {
  const { app, ground, staff, by } = office;
  const at = cameAt(office, AGE[standing]);
  const month = new Date(millis(at)).getUTCMonth();
  const matter: Matter = matterOf(ground, { isUrgent, isWritten: false, month }, by);
  const after = (hours: number): Instant =>
    instantOf(Math.min(millis(at) + hours * MS_PER_HOUR, millis(app.now()) - 1000));
  const id = await perform(app, staff.agent(by), {
    name: 'register',
    id: null,
    at,
    input: {
      channel: 'phone',
      type: matter.type,
      topic: matter.topic,
      place: matter.village.code,
      title: matter.title,
      text: matter.text,
      caller: { name: inventedName(by), phone: inventedPhone(by) },
      ...(isUrgent ? { isUrgent } : {}),
    },
  });
  if (standing === 'registered') return;
  const unit = standing === 'returned' ? matter.wrong : matter.unit;
  await perform(app, staff.dispatcher(by), {
    name: 'dispatch',
    id,
    at: after(0.3),
    input: { handler: unit },
  });
  if (standing === 'dispatched' || standing === 'overdue') return;
  const handler = staff.handler(unit, by);
  if (standing === 'returned') {
    await perform(app, handler, {
      name: 'return',
      id,
      at: after(0.8),
      input: { reason: '不属于本单位职责范围，建议改派主管单位' },
    });
    return;
  }
  await perform(app, handler, { name: 'sign', id, at: after(0.6), input: {} });
  if (standing === 'signed') return;
  const contacted = { at: after(20), how: '电话', withCaller: true };
  await perform(app, handler, {
    name: 'reply',
    id,
    at: after(24),
    input: { text: replyText(matter, true, by), contacted },
  });
  if (standing === 'replied') return;
  await perform(app, staff.callerBack(by), {
    name: 'call-back',
    id,
    at: after(48),
    input: { result: 'dissatisfied', solved: false, note: '诉求人表示问题还没有解决' },
  });
}

/**
 * What lies on the desks this morning: a few dozen orders in hand, some waiting, returned, reopened and late, so that a
 * newcomer finds the boards at work. The day of the year they lie in is marked as simulated like the year before.
 */
export async function simulateToday(app: App): Promise<number> {
  const year = yearOf(dayOf(app.now()));
  const seed = year;
  const ground = groundOf(app);
  const office = { app, ground, staff: staffOf(ground, seed), by: chance(seed, 'today') };
  const said = { year, module: 'hotline', scenario: 'plain', scale: 1, seed } as const;
  const mark = await act(app, 'begin', null, { ...said, remarks: ['在办工单，供试用各工作台'] });
  let count = 0;
  for (const standing of STANDINGS)
    for (let n = 0; n < ORDERS[standing]; n++) {
      await bring(office, standing, standing !== 'overdue' && n === 1);
      count += 1;
    }
  await act(app, 'complete', mark, { totals: { 'hotline.received': String(count) } });
  return count;
}
