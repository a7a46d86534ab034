import { answered, closed, dispatched } from './handled.ts';
import { replyText } from './matter.ts';
import sayings from './sayings.json' with { type: 'json' };
import { contact, deskTime, dueOfMatter, HOUR, later, MINUTE, room, type Writing } from './script.ts';

/** 不满意: helped in the end or not; who was not gets the unit once more, and nobody is asked twice. */
function dissatisfied(writing: Writing, unit: string, at: number): void {
  const { matter, staff, by, add } = writing;
  const solved = by.happens(0.4);
  const note = by.pick(sayings.dissatisfiedNotes);
  add(at, 'call-back', staff.callerBack(by), { result: 'dissatisfied', solved, note });
  if (solved) return;
  const due = dueOfMatter(writing, at);
  const repliedAt = later(writing, at, room(writing, at, due) * by.between(0.3, 0.9));
  const contacted = contact(writing, repliedAt);
  const text = replyText(matter, 'contacted' in contacted, by);
  add(repliedAt, 'reply', staff.handler(unit, by), { text, ...contacted });
  closed(writing, repliedAt);
}

/** 回访 of those drawn. */
function calledBack(writing: Writing, unit: string, closedAt: number): void {
  const { plan, index, staff, by, add } = writing;
  const at = deskTime(writing, closedAt + by.between(5, 96) * HOUR);
  if (plan.has(index, 'dissatisfied')) return dissatisfied(writing, unit, at);
  const result = by.happens(0.945) ? 'satisfied' : by.happens(0.55) ? 'no-view' : 'not-reached';
  const solved = result === 'satisfied' || by.happens(0.5);
  add(at, 'call-back', staff.callerBack(by), { result, ...(result === 'not-reached' ? {} : { solved }) });
}

/** 典型案例: put forward by the unit, selected by the district, sent to the city. */
function toldOn(writing: Writing, unit: string, closedAt: number): void {
  const { plan, index, staff, by, add } = writing;
  const at = later(writing, closedAt, by.between(4, 40) * HOUR);
  add(at, 'put-forward-case', staff.handler(unit, by), { reason: by.pick(sayings.caseGrounds) });
  if (!plan.has(index, 'selected')) return;
  const selectedAt = deskTime(writing, at + by.between(40, 240) * HOUR);
  add(selectedAt, 'select-case', staff.supervisor, {});
  add(deskTime(writing, selectedAt + by.between(2, 60) * HOUR), 'send-case', staff.gateway, {});
}

const WEEK = 7 * 24 * HOUR;
/** 1 January 1970 was a Thursday: Monday, midnight in Shanghai, lies so long after a whole week. */
const WEEK_BEGINS = 3 * 24 * HOUR + 8 * HOUR;
/** 默认满意: filled in without a call, those of a week within one minute before midnight, all by one hand. */
function defaulted({ staff, by, add }: Writing, closedAt: number): void {
  const sunday = Math.ceil((closedAt + WEEK_BEGINS) / WEEK) * WEEK - WEEK_BEGINS;
  const at = sunday - 2 * MINUTE + by.whole(0, 59) * 1000;
  add(at, 'call-back', staff.hurried, { result: 'satisfied', solved: true });
}

/** The straight course with what the plan adds to it. */
export function handled(writing: Writing): void {
  const { plan, index } = writing;
  const round = dispatched(writing);
  const closedAt = closed(writing, answered(writing, round));
  if (plan.has(index, 'calledBack')) calledBack(writing, round.unit, closedAt);
  if (plan.has(index, 'putForward')) toldOn(writing, round.unit, closedAt);
  if (plan.has(index, 'defaulted')) defaulted(writing, closedAt);
}

/** 重复派单: the same matter once more, sent to another unit, and answered by that too. */
export function handledElsewhere(writing: Writing): void {
  const round = dispatched(writing, writing.matter.wrong);
  closed(writing, answered(writing, round));
}
