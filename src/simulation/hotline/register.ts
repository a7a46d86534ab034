import { instantOf } from '#lib/time.ts';
import type { Input } from '../run/thread.ts';
import { weighted } from '../chance.ts';
import { inventedName, inventedPhone } from './names.ts';
import { chanceFor } from './times.ts';
import { dueOfMatter, firstDispatch, later, type Writing } from './script.ts';

const channel = weighted([
  { value: 'phone', weight: 82 },
  { value: 'wechat', weight: 9 },
  { value: 'web', weight: 5 },
  { value: 'app', weight: 4 },
]);

/** What any way in says of a matter. Repeats of one matter come from the same caller. */
function said({ plan, index, matter, isAnonymous, isUrgent }: Writing): Input {
  const caller = chanceFor(plan, 'caller', plan.originalOf(index));
  return {
    type: matter.type,
    topic: matter.topic,
    place: matter.village.code,
    title: matter.title,
    text: matter.text,
    ...(isAnonymous ? {} : { caller: { name: inventedName(caller), phone: inventedPhone(caller) } }),
    ...(isUrgent ? { isUrgent } : {}),
  };
}

/** 接收 — what the city sends down has three working days more there than here. */
function received(writing: Writing): void {
  const { plan, index, staff, registeredAt, add } = writing;
  const due = dueOfMatter(writing, firstDispatch(writing));
  const cityDueAt = later(writing, due, 3 * plan.ground.calendar.hours.total);
  add(registeredAt, 'receive', staff.gateway, {
    cityNumber: `YY${plan.year}${String(index).padStart(8, '0')}`,
    cityDueAt: instantOf(cityDueAt),
    ...said(writing),
  });
}

/** 登记 — the agent takes it down while the caller speaks, or the letter as it came; the city's own comes by the gateway. */
export function registered(writing: Writing): void {
  const { plan, index, staff, by, isAnonymous, registeredAt, add } = writing;
  const fate = plan.fateOf(index);
  if (fate === 'sentBack' || plan.has(index, 'city')) return received(writing);
  const isLetter = plan.has(index, 'letter');
  add(registeredAt, 'register', staff.agent(by), {
    channel: isLetter ? 'mailbox' : fate === 'letterTwin' ? 'web' : channel(by),
    ...said(writing),
    ...(isAnonymous ? { isAnonymous } : {}),
    ...(isLetter && by.happens(0.6) ? { isPublishable: true } : {}),
  });
}
