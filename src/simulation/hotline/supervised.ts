import sayings from './sayings.json' with { type: 'json' };
import { HOUR, later, type Writing } from './script.ts';

type Paper = keyof typeof sayings.notices;

/** A notice of the supervisor's own hand, and what the unit says to it within the hour. */
function noticed(
  writing: Writing,
  paper: Paper,
  { unit, at }: { readonly unit: string; readonly at: number },
): void {
  const { staff, by, add } = writing;
  add(at, 'supervise', staff.supervisor, {
    paper,
    text: by.pick(sayings.notices[paper]),
    answerWithinDays: 1,
  });
  add(later(writing, at, by.between(0.2, 1) * HOUR), 'supervision.answer', staff.handler(unit, by), {
    text: by.pick(sayings.noticeAnswers[paper]),
  });
}

/** 督办单, of what is late. */
export const supervised = (writing: Writing, unit: string, at: number): void =>
  noticed(writing, 'supervision-order', { unit, at });
/** 到期提醒, of what has waited long. */
export const reminded = (writing: Writing, unit: string, at: number): void =>
  noticed(writing, 'reminder', { unit, at });
