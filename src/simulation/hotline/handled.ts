import type { Unit } from './ground.ts';
import sayings from './sayings.json' with { type: 'json' };
import { reply } from './reply.ts';
import {
  deskTime,
  dueOfMatter,
  firstDispatch,
  HOUR,
  isRepeated,
  later,
  MINUTE,
  room,
  withinTime,
  type Writing,
} from './script.ts';
import { reminded, supervised } from './supervised.ts';
import { chanceFor } from './times.ts';

/** A stretch of the course: who has it, since when, until when it must be answered. */
interface Round {
  readonly unit: string;
  /** When the clock began, and when this unit got it. */
  readonly startAt: number;
  readonly from: number;
  readonly due: number;
}

const told = ({ plan, by }: Writing, frames: readonly string[], unit: string): string =>
  by
    .pick(frames)
    .replace('{other}', plan.ground.units.find((each: Unit) => each.id === unit)?.name ?? '有关单位');

/** 退单 within a morning, and on to the right unit. Answers when that got it. */
function returned(writing: Writing, startAt: number): number {
  const { matter, staff, by, add } = writing;
  const at = later(writing, startAt, by.between(0.3, 6) * HOUR);
  const reason = told(writing, sayings.returnReasons, matter.unit);
  add(at, 'return', staff.handler(matter.wrong, by), { reason });
  const again = deskTime(writing, at + by.between(20, 120) * MINUTE);
  add(again, 'dispatch', staff.dispatcher(by), { handler: matter.unit });
  return again;
}
/** 转办, found out by the office itself. */
function transferred(writing: Writing, startAt: number): number {
  const { matter, staff, by, add } = writing;
  const at = deskTime(writing, startAt + by.between(40, 300) * MINUTE);
  const reason = told(writing, sayings.transferReasons, matter.unit);
  add(at, 'transfer', staff.dispatcher(by), { handler: matter.unit, reason });
  return at;
}

/** 核对遮盖稿 — what a unit is given of a report is read just before it goes out. */
function coverRead({ plan, index, matter, staff, add }: Writing, startAt: number): void {
  const { type, title, text } = matter;
  if (type !== 'report') return;
  const by = chanceFor(plan, 'cover', index);
  const at = startAt - Math.floor(by.between(0.5, 1.5) * MINUTE);
  add(at, 'cover-text', staff.agent(by), { title, text, isChecked: true });
}

/** 派单, to the wrong unit first where the plan says so. */
export function dispatched(writing: Writing, unit = writing.matter.unit): Round {
  const { plan, index, matter, staff, by, add } = writing;
  const startAt = firstDispatch(writing);
  const due = dueOfMatter(writing, { startAt });
  coverRead(writing, startAt);
  const isPassedOn = plan.has(index, 'returned') || plan.has(index, 'transferred');
  add(startAt, 'dispatch', staff.dispatcher(by), { handler: isPassedOn ? matter.wrong : unit });
  const from = plan.has(index, 'returned')
    ? returned(writing, startAt)
    : isPassedOn
      ? transferred(writing, startAt)
      : startAt;
  return { unit, startAt, from, due };
}

/** 延期: asked for when most of the time is gone, granted by the office; the new round to reply in. */
function extended(writing: Writing, round: Round): Round {
  const { staff, by, add } = writing;
  const days = by.whole(2, 8);
  const askedAt = withinTime(writing, round, by.between(0.5, 0.85));
  const grantedAt = deskTime(writing, askedAt + by.between(20, 200) * MINUTE);
  const reason = by.pick(sayings.extensionReasons);
  add(askedAt, 'ask-extension', staff.handler(round.unit, by), { days, reason, isTold: true });
  add(grantedAt, 'grant-extension', staff.dispatcher(by), {});
  const due = dueOfMatter(writing, { startAt: round.startAt, extension: { days, at: grantedAt } });
  return { ...round, from: grantedAt, due };
}

/** 返工: the office sends a thin reply back, the unit writes another before the deadline. Answers when. */
function reworked(writing: Writing, { unit, from, due }: Round): number {
  const { staff, by, add } = writing;
  const first = withinTime(writing, { from, due }, by.between(0.25, 0.45));
  reply(writing, { unit, since: from, at: first });
  const backAt = deskTime(writing, first + by.between(30, 240) * MINUTE);
  add(backAt, 'send-back', staff.dispatcher(by), { reason: by.pick(sayings.reworkReasons) });
  const second = withinTime(writing, { from: backAt, due }, by.between(0.2, 0.9));
  reply(writing, { unit, since: backAt, at: second, nth: 1 });
  return second;
}

/** How much of its time the unit takes: most take their time, few go to the edge. */
const shareOf = (writing: Writing): number =>
  isRepeated(writing) ? writing.by.between(0.5, 0.9) : 0.15 + 0.82 * writing.by.next() ** 0.8;

/** What happens between two moments while the unit has it. */
function meanwhile(writing: Writing, { unit, from }: Round, at: number): void {
  const { plan, index, staff, by, add } = writing;
  if (plan.has(index, 'late')) return;
  if (by.happens(0.02))
    add(from + (at - from) * 0.7, 'urge', staff.agent(by), { note: by.pick(sayings.urgings) });
  if (by.happens(0.005)) reminded(writing, unit, from + (at - from) * 0.8);
}

/** 签收, then 答复 somewhere in the time there is. Answers when it was replied. */
export function answered(writing: Writing, round: Round): number {
  const { plan, index, staff, by, add } = writing;
  const left = room(writing, round.from, round.due);
  const signedAt = later(writing, round.from, Math.min(by.between(0.1, 3.5) * HOUR, left * 0.1));
  add(signedAt, 'sign', staff.handler(round.unit, by), {});
  if (plan.has(index, 'reworked')) return reworked(writing, round);
  const last = plan.has(index, 'extended') ? extended(writing, round) : round;
  if (plan.has(index, 'late')) return lateReply(writing, last);
  const at = withinTime(writing, last, shareOf(writing));
  meanwhile(writing, last, at);
  reply(writing, { unit: last.unit, since: last.from, at, mayPromise: true });
  return at;
}

/** 超期: the supervisor serves a notice, and then it is answered. */
function lateReply(writing: Writing, { unit, from, due }: Round): number {
  const needed = writing.by.between(1, 20) * HOUR;
  const at = later(writing, due, needed);
  supervised(writing, unit, later(writing, due, needed * 0.4));
  reply(writing, { unit, since: from, at });
  return at;
}

/** 审核 and, for the city's own, 上报; then 办结 the same or the next day. Answers when. */
export function closed(writing: Writing, repliedAt: number): number {
  const { plan, index, staff, by, add } = writing;
  const isFromCity = plan.has(index, 'city');
  const readAt = deskTime(writing, repliedAt + by.between(0.3, 5) * HOUR);
  if (isFromCity || plan.has(index, 'letter')) add(readAt, 'approve-reply', staff.dispatcher(by), {});
  if (isFromCity) add(readAt + by.between(5, 40) * MINUTE, 'submit-up', staff.gateway, {});
  const at = deskTime(writing, readAt + by.between(1, 20) * HOUR);
  add(at, 'close', staff.dispatcher(by), {});
  return at;
}

/** 市平台回访 — of the city's own, once they are closed for good: what is open again the city does not ask about. */
export function calledByCity(writing: Writing, closedAt: number): void {
  const { plan, index, staff, by, add } = writing;
  if (!plan.has(index, 'city') || !by.happens(0.3)) return;
  add(deskTime(writing, closedAt + by.between(20, 90) * HOUR), 'city-call-back', staff.gateway, {
    result: by.happens(0.97) ? 'satisfied' : 'no-view',
  });
}
