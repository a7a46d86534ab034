import { CITIZEN } from '#hotline/index.ts';
import { answered, calledByCity, closed, dispatched } from './handled.ts';
import { hasConsented } from './register.ts';
import sayings from './sayings.json' with { type: 'json' };
import { deskTime, HOUR, later, MINUTE, type Writing } from './script.ts';
import { chanceFor } from './times.ts';

/** 群众评价 — a writer says what the answer was worth; who is not satisfied was helped at last, else it would be open. */
function rated({ plan, index, by, add }: Writing, closedAt: number): void {
  if (!plan.has(index, 'letter') || !by.happens(0.35)) return;
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
  const closedAt = closed(writing, answered(writing, round));
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
