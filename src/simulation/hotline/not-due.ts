import { dispatched } from './handled.ts';
import { called, callerOf, registered } from './register.ts';
import { deskTime, HOUR, later, MINUTE, type Writing } from './script.ts';
import { answeredAtOnce } from './knowledge.ts';
import sayings from './sayings.json' with { type: 'json' };

/* What never becomes due: told where it belongs, answered on the spot, merged, taken back, void, sent back. */

interface Said {
  readonly title: string;
  readonly text: string;
  readonly type?: string;
  readonly topic?: string;
  readonly isUrgent?: boolean;
}
/** 登记 of something that is told in its own words. */
function registeredAs(writing: Writing, said: Said): void {
  const { plan, index, matter, staff, by, registeredAt, isAnonymous, add } = writing;
  add(registeredAt, 'register', staff.agent(by), {
    channel: 'phone',
    type: said.type ?? 'help',
    topic: said.topic ?? matter.topic,
    place: matter.village.code,
    title: said.title,
    text: said.text,
    ...(isAnonymous ? { isAnonymous } : { caller: callerOf(plan, index) }),
  });
  called(writing);
}

/** 直接答复 from the knowledge base, while the caller holds. */
export function answeredDirectly(writing: Writing): void {
  const { registeredAt, staff, by, entryId, add } = writing;
  const entry = by.pick(answeredAtOnce);
  const { title, said, answer, topic } = entry;
  registeredAs(writing, {
    title,
    text: `${by.pick(sayings.phone)}${said}。`,
    type: 'consultation',
    topic,
  });
  add(registeredAt + by.between(1, 6) * MINUTE, 'answer-directly', staff.agent(by), () => ({
    text: answer,
    knowledge: entryId(entry),
  }));
}

type Way = keyof typeof sayings.redirects;
const WAYS = Object.keys(sayings.redirects) as readonly Way[];

/** 引导告知. */
export function redirected(writing: Writing): void {
  const { registeredAt, staff, by, add } = writing;
  const to = by.pick(WAYS);
  const said = by.pick(sayings.redirects[to]);
  registeredAs(writing, {
    title: sayings.redirectTitles[to],
    text: `${by.pick(sayings.phone)}${said}。`,
    type: 'consultation',
  });
  add(registeredAt + by.between(1, 8) * MINUTE, 'redirect', staff.agent(by), { to });
}

/** 转接 110、119、120 in the first minutes of the call. */
export function transferred(writing: Writing): void {
  const { matter, registeredAt, staff, by, add } = writing;
  registeredAs(writing, {
    title: sayings.redirectTitles.emergency,
    text: `${matter.village.spoken}${by.pick(sayings.emergencies)}。`,
  });
  add(registeredAt + by.between(0.5, 2) * MINUTE, 'redirect', staff.agent(by), { to: 'emergency' });
}

/** 合并 — the office sees that it is the same matter as one already open. */
export function merged(writing: Writing): void {
  const { plan, index, registeredAt, staff, by, idOf, add } = writing;
  registered(writing);
  const at = deskTime(writing, registeredAt + by.between(10, 50) * MINUTE);
  add(at, 'merge', staff.dispatcher(by), () => ({ into: idOf(plan.originalOf(index)) }));
}

/** 撤回 — settled before the unit has answered. */
export function withdrawn(writing: Writing): void {
  const { staff, by, add } = writing;
  registered(writing);
  const { from } = dispatched(writing);
  const at = deskTime(writing, later(writing, from, by.between(2, 9) * HOUR));
  add(at, 'withdraw', staff.agent(by), { note: by.pick(sayings.withdrawReasons) });
}

/** 作废 — a slip, found by the supervisor. */
export function voided(writing: Writing): void {
  const { registeredAt, staff, by, add } = writing;
  registered(writing);
  add(registeredAt + by.between(5, 45) * MINUTE, 'void', staff.supervisor, {
    reason: by.pick(sayings.voidReasons),
  });
}

/** 退回市平台 — it came down from the city and is not ours. */
export function sentBack(writing: Writing): void {
  const { registeredAt, staff, by, add } = writing;
  registered(writing);
  const at = deskTime(writing, registeredAt + by.between(15, 150) * MINUTE);
  add(at, 'return-to-city', staff.gateway, { reason: by.pick(sayings.sentBackReasons) });
}
