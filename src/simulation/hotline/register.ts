import { instantOf, MS_PER_DAY } from '#lib/time.ts';
import type { Input } from '../run/thread.ts';
import { weighted } from '../chance.ts';
import { callBehind, isConnected } from './calls.ts';
import { inventedName, inventedPhone } from './names.ts';
import { chanceFor } from './times.ts';
import type { Writing } from './script.ts';

const channel = weighted([
  { value: 'phone', weight: 82 },
  { value: 'wechat', weight: 9 },
  { value: 'web', weight: 5 },
  { value: 'app', weight: 4 },
]);

/** One caller in so many has called within the last weeks, about the same or about something else. */
const CALLS_AGAIN = 0.05;

/** Who was the first to call in the matter of whom this caller is. */
function firstOf(plan: Writing['plan'], index: number): number {
  const original = plan.originalOf(index);
  const by = chanceFor(plan, 'calls-again', original);
  if (!by.happens(CALLS_AGAIN)) return original;
  return plan.originalOf(plan.before(original, by.between(6, 28) * MS_PER_DAY));
}

/** Repeats of one matter come from the same caller. */
export function callerOf(
  plan: Writing['plan'],
  index: number,
): { readonly name: string; readonly phone: string } {
  const by = chanceFor(plan, 'caller', firstOf(plan, index));
  return { name: inventedName(by), phone: inventedPhone(by) };
}

/** What any way in says of a matter. */
function said({ plan, index, matter, isAnonymous, isUrgent }: Writing): Input {
  return {
    type: matter.type,
    topic: matter.topic,
    place: matter.village.code,
    title: matter.title,
    text: matter.text,
    ...(isAnonymous ? {} : { caller: callerOf(plan, index) }),
    ...(isUrgent ? { isUrgent } : {}),
  };
}

/** 接收 — with the city's own number and limit. */
function received(writing: Writing): void {
  const { plan, index, staff, registeredAt, cityDueAt, add } = writing;
  add(registeredAt, 'receive', staff.gateway, {
    cityNumber: `YY${plan.year}${String(index).padStart(8, '0')}`,
    cityDueAt: instantOf(cityDueAt!),
    ...said(writing),
  });
}

/** 同意公开: three of five who write a letter. */
export const hasConsented = ({ plan, index }: Pick<Writing, 'plan' | 'index'>): boolean =>
  plan.has(index, 'letter') && chanceFor(plan, 'consent', index).happens(0.6);

/** 登记 — the agent takes it down while the caller speaks, or the letter as it came; the city's own comes by the gateway. */
export function registered(writing: Writing): void {
  const { plan, index, staff, by, isAnonymous, registeredAt, add } = writing;
  const fate = plan.fateOf(index);
  if (fate === 'sentBack' || plan.has(index, 'city')) return received(writing);
  const isLetter = plan.has(index, 'letter');
  const way = isLetter ? 'mailbox' : fate === 'letterTwin' ? 'web' : channel(by);
  add(registeredAt, 'register', staff.agent(by), {
    channel: way,
    ...said(writing),
    ...(isAnonymous ? { isAnonymous } : {}),
    ...(hasConsented(writing) ? { isPublishable: true } : {}),
  });
  if (way === 'phone') called(writing);
}

/** 来电 — the call it came by, as the telephone platform hands it over when it has ended. */
export function called({ plan, index, staff, isAnonymous, registeredAt, addBeside }: Writing): void {
  if (!isConnected(plan.year, registeredAt)) return;
  const phone = isAnonymous ? null : callerOf(plan, index).phone;
  const { endedAt, input } = callBehind(registeredAt, phone, chanceFor(plan, 'call', index));
  addBeside({ at: endedAt, action: 'call.record', by: staff.switchboard, input, names: 'order' });
}
