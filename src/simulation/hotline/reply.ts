import { addDays, dayOf, instantOf, type Day } from '#lib/time.ts';
import { isWorkingDay } from '#calendar/index.ts';
import { chanceFor } from './times.ts';
import { replyText } from './reply-text.ts';
import sayings from './sayings.json' with { type: 'json' };
import { contact, HOUR, isRepeated, later, withinTime, type Writing } from './script.ts';

interface Replying {
  readonly unit: string;
  /** Since when the unit has it in this round, and when it answers. */
  readonly since: number;
  readonly at: number;
  /** The second answer of a matter is another text. */
  readonly nth?: 0 | 1;
  readonly mayPromise?: boolean;
}

/** 经热线办公室联系 — who must not be known is asked by the office, and the unit gets the answer. */
function asked(writing: Writing, { unit, since, at }: Replying): void {
  const { matter, staff, by, add } = writing;
  if (matter.type !== 'report' || writing.isAnonymous) return;
  const question = matter.tell(by.pick(sayings.relayQuestions));
  add(withinTime(writing, { from: since, due: at }, 0.4), 'contact-through-office', staff.handler(unit, by), {
    question,
  });
  add(withinTime(writing, { from: since, due: at }, 0.75), 'relay.answer', staff.agent(by), {
    text: matter.tell(by.pick(sayings.relayAnswers)),
    isReached: true,
  });
}

/** A working day one to three weeks after a moment. */
function promisedDay({ plan, by }: Writing, at: number): Day {
  let on = addDays(dayOf(instantOf(at)), by.whole(7, 21));
  while (!isWorkingDay(plan.ground.calendar, on)) on = addDays(on, 1);
  return on;
}
const promises = (writing: Writing): boolean =>
  !writing.isUrgent && !isRepeated(writing) && writing.by.happens(0.025);

/** 承诺 — to come back and look; most keep it, some come late, a few forget. */
function promised(writing: Writing, { unit, at }: Replying, on: Day): void {
  const { matter, staff, by, add } = writing;
  const kept = by.next();
  if (kept > 0.97) return;
  const opens = Date.parse(`${kept < 0.85 ? on : addDays(on, by.whole(1, 6))}T00:00+08:00`);
  const doneAt = later(writing, Math.max(at, opens), by.between(0.5, 7) * HOUR);
  const evidence = matter.tell(by.pick(sayings.promisesKept));
  add(doneAt, 'promise.fulfil', staff.handler(unit, by), { evidence });
}

/**
 * When somebody went to look: so long after the matter came, whoever tells it, for who copies an answer copies that too.
 * What is answered sooner, or once more, names an hour of its own.
 */
function lookedAt(writing: Writing, { since, at, nth = 0 }: Replying): number {
  const { plan, index } = writing;
  const told = plan.originalOf(index);
  const by = chanceFor(plan, 'visit', told);
  const visit = later(writing, plan.registeredAt[told]!, by.between(3, 9) * HOUR);
  const isInRound = nth === 0 && visit > since && visit < at;
  return isInRound || told !== index ? visit : at - Math.min(by.between(0.2, 2) * HOUR, (at - since) * 0.9);
}

/** 答复 — with what was found, what was done and whether the caller was spoken with; sometimes with a promise. */
export function reply(writing: Writing, replying: Replying): void {
  const { plan, index, matter, staff, by, add } = writing;
  const { unit, since, at } = replying;
  asked(writing, replying);
  const contacted = contact(writing, at, since);
  const on = replying.mayPromise === true && promises(writing) ? promisedDay(writing, at) : null;
  const text = replyText(matter, {
    isContacted: 'contacted' in contacted,
    lookedAt: lookedAt(writing, replying),
    promisedOn: on,
    by: chanceFor(plan, `reply-${replying.nth ?? 0}`, plan.originalOf(index)),
  });
  const said = on === null ? {} : { promises: [{ text: matter.tell(sayings.promise), on }] };
  add(at, 'reply', staff.handler(unit, by), { text, ...contacted, ...said });
  if (on !== null) promised(writing, replying, on);
}
