import { CITIZEN } from '#hotline/index.ts';
import { answered, calledByCity, closed, dispatched } from './handled.ts';
import { hasConsented } from './register.ts';
import { reply } from './reply.ts';
import sayings from './sayings.json' with { type: 'json' };
import { deskTime, dueOfMatter, HOUR, later, MINUTE, withinTime, type Writing } from './script.ts';
import { chanceFor } from './times.ts';

/**
 * 不满意: helped in the end or not; who was not gets the unit once more, and nobody is asked twice. The second round has
 * a deadline of its own, for the city's own no later than the city's. Answers when it was closed for good.
 */
function dissatisfied(writing: Writing, unit: string, { at, closedAt }: Asked): number {
  const { staff, by, add } = writing;
  const solved = by.happens(0.4);
  const note = by.pick(sayings.dissatisfiedNotes);
  add(at, 'call-back', staff.callerBack(by), { result: 'dissatisfied', solved, note });
  if (solved) return closedAt;
  const due = dueOfMatter(writing, { startAt: Math.floor(at) });
  const repliedAt = withinTime(writing, { from: at, due }, by.between(0.3, 0.9));
  reply(writing, { unit, since: at, at: repliedAt, nth: 1 });
  return closed(writing, repliedAt);
}
/** When somebody is asked, and when the order had been closed. */
interface Asked {
  readonly at: number;
  readonly closedAt: number;
}

/** 回访 of those drawn. Answers when the order was closed for good. */
function calledBack(writing: Writing, unit: string, closedAt: number): number {
  const { plan, index, staff, by, add } = writing;
  const at = deskTime(writing, closedAt + by.between(5, 96) * HOUR);
  if (plan.has(index, 'dissatisfied')) return dissatisfied(writing, unit, { at, closedAt });
  const result = by.happens(0.945) ? 'satisfied' : by.happens(0.55) ? 'no-view' : 'not-reached';
  const solved = result === 'satisfied' || by.happens(0.5);
  add(at, 'call-back', staff.callerBack(by), { result, ...(result === 'not-reached' ? {} : { solved }) });
  return closedAt;
}

/** 群众评价 — a writer says what the answer was worth; who is not satisfied was helped at last, else it would be open. */
function rated({ plan, index, by, add }: Writing, closedAt: number): void {
  if (!plan.has(index, 'letter') || plan.has(index, 'dissatisfied') || !by.happens(0.35)) return;
  const isSatisfied = by.happens(0.9);
  add(closedAt + by.between(1, 120) * HOUR, 'rate', CITIZEN, {
    result: isSatisfied ? 'satisfied' : 'dissatisfied',
    solved: true,
    ...(by.happens(0.4) ? { words: by.pick(isSatisfied ? sayings.thanks : sayings.regrets) } : {}),
  });
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

/**
 * 公开: an officer reads the answered letter and puts it on the public list, in the words of the matter itself; not every
 * one with consent, so that some wait to be read.
 */
function published(writing: Writing, closedAt: number): void {
  const { plan, index, staff, matter, add } = writing;
  if (!hasConsented(writing) || matter.type === 'report') return;
  const by = chanceFor(plan, 'publication', index);
  if (!by.happens(0.7)) return;
  const { story, tell } = matter;
  add(deskTime(writing, closedAt + by.between(30, 240) * HOUR), 'publish', staff.dispatcher(by), {
    publicTitle: matter.title,
    publicText: matter.text,
    publicReply: `${tell(story.found)}。${tell(story.done)}。`,
    isChecked: true,
  });
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
  const firstClosedAt = closed(writing, answered(writing, round));
  const closedAt = plan.has(index, 'calledBack')
    ? calledBack(writing, round.unit, firstClosedAt)
    : firstClosedAt;
  calledByCity(writing, closedAt);
  rated(writing, closedAt);
  published(writing, closedAt);
  if (plan.has(index, 'putForward')) toldOn(writing, round.unit, closedAt);
  if (plan.has(index, 'defaulted')) defaulted(writing, closedAt);
}

/** 重复派单: the same matter once more, sent to another unit, and answered by that too. */
export function handledElsewhere(writing: Writing): void {
  const round = dispatched(writing, writing.matter.wrong);
  closed(writing, answered(writing, round));
}
