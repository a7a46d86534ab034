import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow, type Extension } from '#calendar/index.ts';
import { lengthened, timed } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { UNDECIDED } from '../words.ts';
import { refuseLate } from './ask.ts';

const MAY = { 'cases.head': 'department' } as const;
const isAsked = ({ askedExtension }: Pick<CaseFile, 'askedExtension'>): boolean => askedExtension !== null;

/** A promise shorter than the law's limit is not lengthened by those who gave it; one that only repeats it moves along. */
function promiseAfter({ legalClock, promisedClock }: CaseFile, extension: Extension) {
  const [legal, promised] = [legalClock!.limit, promisedClock!.limit];
  const isTheLaws = legal.amount === promised.amount && legal.unit === promised.unit;
  return isTheLaws ? lengthened(promisedClock!, extension) : promisedClock!;
}

/**
 * 批准延期 — by the head of the body, who is another person than the one who asked, before the limit is over. The applicant
 * is told why, in a letter and in the reckoning of the deadline (行政许可法 42).
 */
export const grantExtension = action(caseFile, {
  name: 'grant-extension',
  title: '批准延期',
  about: '经本行政机关负责人批准延长一次，并将延长期限的理由告知申请人',
  may: MAY,
  from: [...UNDECIDED],
  to: [...UNDECIDED],
  input: Type.Object({
    reason: Reason('告知申请人的延期理由'),
    noticeNumber: Type.String({ title: '延期告知书文号', minLength: 2, maxLength: 60, pattern: '\\S' }),
  }),
  needs: { calendar: calendarNow },
  when: isAsked,
  decide({ caseFile: mine, input, calendar, by, now }) {
    const { days, askedBy } = mine.askedExtension!;
    if (askedBy === by.id) refuse('cases.own-application');
    refuseConflict(mine, by);
    refuseLate(mine, now);
    const extension = { amount: days, reason: input.reason, approvedAt: now };
    const clocks = {
      legalClock: lengthened(mine.legalClock!, extension),
      promisedClock: promiseAfter(mine, extension),
    };
    return {
      state: mine.state,
      ...timed(clocks, calendar),
      askedExtension: null,
      extendedAt: now,
      extensionNotice: input.noticeNumber.trim(),
    };
  },
});

/** 不批准延期 — the limit stands; while it lasts it may be asked again. */
export const declineExtension = action(caseFile, {
  name: 'decline-extension',
  title: '不批准延期',
  may: MAY,
  from: [...UNDECIDED],
  to: [...UNDECIDED],
  input: Type.Object({ reason: Reason('不批准的理由') }),
  when: isAsked,
  decide({ caseFile: mine, by }) {
    if (mine.askedExtension!.askedBy === by.id) refuse('cases.own-application');
    return { state: mine.state, askedExtension: null };
  },
});
