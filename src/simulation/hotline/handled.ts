import type { Unit } from './ground.ts';
import { replyText } from './matter.ts';
import sayings from './sayings.json' with { type: 'json' };
import {
  contact,
  deskTime,
  dueOfMatter,
  firstDispatch,
  HOUR,
  later,
  MINUTE,
  room,
  type Writing,
} from './script.ts';

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

/** 派单, to the wrong unit first where the plan says so. */
export function dispatched(writing: Writing, unit = writing.matter.unit): Round {
  const { plan, index, matter, staff, by, add } = writing;
  const startAt = firstDispatch(writing);
  const due = dueOfMatter(writing, startAt);
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
  const askedAt = later(writing, round.from, room(writing, round.from, round.due) * by.between(0.5, 0.85));
  const grantedAt = deskTime(writing, askedAt + by.between(20, 200) * MINUTE);
  const reason = by.pick(sayings.extensionReasons);
  add(askedAt, 'ask-extension', staff.handler(round.unit, by), { days, reason, isTold: true });
  add(grantedAt, 'grant-extension', staff.dispatcher(by), {});
  return { ...round, from: grantedAt, due: dueOfMatter(writing, round.startAt, { days, at: grantedAt }) };
}

function reply(writing: Writing, unit: string, at: number): void {
  const { matter, staff, by, add } = writing;
  const contacted = contact(writing, at);
  const text = replyText(matter, 'contacted' in contacted, by);
  add(at, 'reply', staff.handler(unit, by), { text, ...contacted });
}

/** 返工: the office sends a thin reply back, the unit writes another before the deadline. Answers when. */
function reworked(writing: Writing, { unit, from, due }: Round): number {
  const { staff, by, add } = writing;
  const first = later(writing, from, room(writing, from, due) * by.between(0.25, 0.45));
  reply(writing, unit, first);
  const backAt = deskTime(writing, first + by.between(30, 240) * MINUTE);
  add(backAt, 'send-back', staff.dispatcher(by), { reason: by.pick(sayings.reworkReasons) });
  const second = later(writing, backAt, room(writing, backAt, due) * by.between(0.2, 0.9));
  reply(writing, unit, second);
  return second;
}

/** 签收, then 答复 somewhere in the time there is: most take their time, few go to the edge. Answers when it was replied. */
export function answered(writing: Writing, round: Round): number {
  const { plan, index, staff, by, add } = writing;
  const left = room(writing, round.from, round.due);
  const signedAt = later(writing, round.from, Math.min(by.between(0.1, 3.5) * HOUR, left * 0.1));
  add(signedAt, 'sign', staff.handler(round.unit, by), {});
  if (plan.has(index, 'reworked')) return reworked(writing, round);
  const { unit, from, due } = plan.has(index, 'extended') ? extended(writing, round) : round;
  const share = plan.has(index, 'doubled') ? by.between(0.5, 0.9) : 0.15 + 0.82 * by.next() ** 0.8;
  const at = plan.has(index, 'late')
    ? later(writing, due, by.between(1, 20) * HOUR)
    : later(writing, from, room(writing, from, due) * share);
  if (by.happens(0.02) && !plan.has(index, 'late'))
    add(from + (at - from) * 0.7, 'urge', staff.agent(by), { note: by.pick(sayings.urgings) });
  reply(writing, unit, at);
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
  if (isFromCity && by.happens(0.3))
    add(deskTime(writing, at + by.between(20, 90) * HOUR), 'city-call-back', staff.gateway, {
      result: by.happens(0.97) ? 'satisfied' : 'no-view',
    });
  return at;
}
