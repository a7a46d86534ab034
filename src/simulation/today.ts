import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { addDays, dayOf, instantOf, millis, MS_PER_HOUR, startOfDay } from '#lib/time.ts';
import { isWorkingDay } from '#calendar/index.ts';
import { chance, type Chance } from './chance.ts';
import { groundOf, type Ground } from './hotline/ground.ts';
import { matterOf, type Matter } from './hotline/matter.ts';
import { inventedName, inventedPhone } from './hotline/names.ts';
import { staffOf, type Staff } from './hotline/people.ts';
import { replyText } from './hotline/reply-text.ts';
import { act } from './mark.ts';
import { newborn, resumed } from './run/arrivals.ts';
import { runThreads } from './run/run.ts';
import type { Input, Step, Thread } from './run/thread.ts';
import { markedToday } from './year/marked-today.ts';

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
const AGE: Readonly<Record<'signed' | 'replied' | 'reopened' | 'overdue', number>> = {
  signed: 2,
  replied: 3,
  reopened: 4,
  overdue: 8,
};
/** What waits for its first steps came in a few hours ago, most of it still within the limits of those steps. */
const HOURS: Readonly<Record<Exclude<Standing, keyof typeof AGE>, readonly [number, number]>> = {
  registered: [0.2, 2.2],
  dispatched: [0.7, 4],
  returned: [1.2, 4],
};

interface Office {
  /** The moment at which everything lies as it lies. */
  readonly at: number;
  readonly ground: Ground;
  readonly staff: Staff;
  readonly by: Chance;
}

/** Between nine and half past four, so many working days before today; never later than an hour ago. */
function cameAt({ at, ground, by }: Office, age: number): number {
  let on = dayOf(instantOf(at));
  for (let left = age; left > 0;) {
    on = addDays(on, -1);
    if (isWorkingDay(ground.calendar, on)) left -= 1;
  }
  return Math.floor(Math.min(millis(startOfDay(on)) + (9 + by.next() * 7.5) * MS_PER_HOUR, at - MS_PER_HOUR));
}

function beganAt(office: Office, standing: Standing): number {
  if (standing in AGE) return cameAt(office, AGE[standing as keyof typeof AGE]);
  const [least, most] = HOURS[standing as keyof typeof HOURS];
  return Math.floor(office.at - (least + office.by.next() * (most - least)) * MS_PER_HOUR);
}

/** What is left of it once it was sent out, up to where it stands. */
function handled({ at: present, staff, by }: Office, matter: Matter, how: Coming): readonly Step[] {
  const { standing, at } = how;
  const after = (hours: number): number => Math.floor(Math.min(at + hours * MS_PER_HOUR, present - 1000));
  const unit = standing === 'returned' ? matter.wrong : matter.unit;
  const handler = staff.handler(unit, by);
  const done = (hours: number, name: string, who: Person, input: Input): Step => ({
    at: after(hours),
    action: `work-order.${name}`,
    by: who,
    input,
  });
  const sent = done(0.3, 'dispatch', staff.dispatcher(by), { handler: unit });
  const back = done(0.8, 'return', handler, { reason: '不属于本单位职责范围，建议改派主管单位' });
  const signed = done(0.6, 'sign', handler, {});
  const contacted = { at: instantOf(after(20)), how: '电话', withCaller: true };
  const text = replyText(matter, { isContacted: true, lookedAt: after(3), promisedOn: null, by });
  const replied = done(24, 'reply', handler, { text, contacted });
  const calledBack = done(48, 'call-back', staff.callerBack(by), {
    result: 'dissatisfied',
    solved: false,
    note: '诉求人表示问题还没有解决',
  });
  return {
    registered: [],
    dispatched: [sent],
    overdue: [sent],
    returned: [sent, back],
    signed: [sent, signed],
    replied: [sent, signed, replied],
    reopened: [sent, signed, replied, calledBack],
  }[standing];
}
interface Coming {
  readonly standing: Standing;
  readonly at: number;
}

/** One order, brought as far as it stands. */
function brought(office: Office, standing: Standing, isUrgent: boolean): Thread {
  const { ground, staff, by } = office;
  const at = beganAt(office, standing);
  const month = new Date(at).getUTCMonth();
  const drawn = matterOf(ground, { isUrgent, isWritten: false, month }, by);
  // Who must not be known is asked through the office, which takes a longer course than these have had.
  const matter = drawn.type === 'report' ? { ...drawn, type: 'complaint' } : drawn;
  const input = {
    channel: 'phone',
    type: matter.type,
    topic: matter.topic,
    place: matter.village.code,
    title: matter.title,
    text: matter.text,
    caller: { name: inventedName(by), phone: inventedPhone(by) },
    ...(isUrgent ? { isUrgent } : {}),
  };
  const register: Step = { at, action: 'work-order.register', by: staff.agent(by), input };
  return { steps: [register, ...handled(office, matter, { standing, at })] };
}

function threadsOf(office: Office): readonly Thread[] {
  const threads = STANDINGS.flatMap((standing) =>
    Array.from({ length: ORDERS[standing] }, (_, n) =>
      brought(office, standing, standing !== 'overdue' && n === 1),
    ),
  );
  return threads.toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
}

/**
 * What lies on the desks this morning: a few dozen orders in hand, some waiting, returned, reopened and late, so that a
 * newcomer finds the boards at work. The year they lie in is marked as simulated like the year before. Interrupted, it
 * goes on from where it was, as of the moment it was begun.
 */
export async function simulateToday(app: App): Promise<number> {
  const { id, at, seed, isResumed } = await markedToday(app, 'hotline', '在办工单，供试用各工作台');
  const ground = groundOf(app);
  const threads = threadsOf({
    at,
    ground,
    staff: staffOf(ground, seed),
    by: chance(seed, 'today'),
  });
  const arriving = isResumed ? resumed(app, threads.values()) : newborn(threads);
  await runThreads(app, arriving);
  await act(app, 'complete', id, { totals: { 'hotline.received': String(threads.length) } });
  return threads.length;
}
