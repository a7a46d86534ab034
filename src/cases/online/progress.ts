import { lines, used, type CalendarTable, type Step } from '#calendar/index.ts';
import { formatDay, type Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { lastDay } from '../papers/last-day.ts';
import { STATES, type CaseState } from '../words.ts';

/** 时限 as it is told outside: by when, and why that day is the day. */
interface ToldClock {
  readonly title: string;
  /** Null where the clock stands still; then `standing` says why, and whether the law says so. */
  readonly until: string | null;
  readonly standing: string | null;
  readonly because: readonly string[];
}
/** How far a case is, in words for its applicant and for who follows it by number. */
export interface Progress {
  readonly word: string;
  readonly note: string;
  /** Who has it in hand now; null when nobody has. */
  readonly holder: string | null;
  /** Working days since the acceptance, pauses not counted; null before it. */
  readonly daysUsed: number | null;
  readonly clocks: readonly ToldClock[];
}

const WINDOW = '受理窗口';
const YOU = '申请人';
/** What each state means to the applicant, and who has it: a sign for the window, the applicant, the departments. */
const NOTES: Readonly<Record<CaseState, readonly [note: string, holder: 'window' | 'you' | 'units' | null]>> =
  {
    applied: ['材料已收到，窗口正在核对', 'window'],
    received: ['材料已收下，正在确定是否受理', 'window'],
    correcting: ['材料需要补正，请按一次性告知书补交', 'you'],
    accepted: ['已经受理，正在审查', 'units'],
    suspended: ['依法中止，原因消除后继续办理；承诺时限暂停，法定时限照计', 'units'],
    granted: ['已准予，正在制作和送达结果', 'units'],
    refused: ['决定不予准许，正在送达决定书', 'units'],
    issued: ['证照、文书已制好，等待送达', 'window'],
    completed: ['已经办结', null],
    declined: ['不予受理，理由见通知书', null],
    withdrawn: ['已按申请人的要求撤回', null],
    terminated: ['已终止办理，可以重新申请', null],
    revoked: ['已作出的决定已被撤销', null],
    waiting: ['要等同一次申请里另一项的结果，出来后自动继续', 'units'],
    elsewhere: ['由其他业务系统办理，这里只登记进度', 'units'],
  };

type Followed = Pick<
  CaseFile,
  | 'state'
  | 'acceptedAt'
  | 'tellByAt'
  | 'correctBy'
  | 'legalClock'
  | 'legalDueAt'
  | 'legalDueBecause'
  | 'promisedDueAt'
  | 'promisedDueBecause'
  | 'workingDaysUsed'
  | 'decidedAt'
  | 'outcome'
  | 'openSurveys'
>;
interface Telling {
  readonly now: Instant;
  readonly calendar: CalendarTable;
  /** The departments that have something to say still; the deciding one where none has. */
  readonly units: readonly string[];
}

/** The law stops both clocks; where its own runs on, the promise stands still alone. */
function standingWords(steps: readonly Step[] | null, legalDueAt: Instant | null): string {
  if (legalDueAt === null) return '现在依法停止计算';
  const reasons = (steps ?? []).flatMap((each) => (each.kind === 'waiting' ? [each.reason] : []));
  const why = reasons.length === 0 ? '' : `因${reasons.join('、')}`;
  return `现在${why}暂停计算；只暂停承诺期限，法定期限照计`;
}
interface Running {
  readonly dueAt: Instant | null;
  readonly steps: readonly Step[] | null;
  readonly legalDueAt: Instant | null;
}
const toldClock = (title: string, { dueAt, steps, legalDueAt }: Running): ToldClock => ({
  title,
  until: dueAt === null ? null : lastDay(dueAt),
  standing: dueAt === null ? standingWords(steps, legalDueAt) : null,
  because: lines(steps ?? [], '受理'),
});
/** 承诺 and 法定. */
function clocksOf(row: Followed): readonly ToldClock[] {
  const { legalDueAt, promisedDueAt } = row;
  return [
    toldClock('承诺期限', { dueAt: promisedDueAt, steps: row.promisedDueBecause, legalDueAt }),
    toldClock('法定期限', { dueAt: legalDueAt, steps: row.legalDueBecause, legalDueAt }),
  ];
}

function noteOf({ state, tellByAt, correctBy, outcome, openSurveys }: Followed): string {
  const [note] = NOTES[state];
  if ((state === 'applied' || state === 'received') && tellByAt !== null)
    return `${note}；要补正的最迟${lastDay(tellByAt)}一次告知，逾期不告知即为受理`;
  if (state === 'correcting' && correctBy !== null) return `${note}，最迟${formatDay(correctBy)}`;
  if (state === 'accepted' && (openSurveys ?? 0) > 0) return '已经受理，等待现场勘查';
  if (state === 'completed' && outcome === 'refused') return '已经办结，决定不予准许，理由见决定书';
  return note;
}

function daysUsed(row: Followed, { now, calendar }: Telling): number | null {
  if (row.decidedAt !== null) return row.workingDaysUsed;
  if (row.acceptedAt === null || row.legalClock === null) return null;
  const { limit, ...clock } = row.legalClock;
  // Counted in working days whatever unit the limit has: that is what the result will say too.
  const inDays = { ...clock, limit: { ...limit, unit: 'working-day' as const } };
  return Math.max(0, used(inDays, now, calendar));
}

const RUNNING = new Set<CaseState>(['accepted', 'suspended', 'granted', 'refused', 'issued']);

/** How far a case is: what is being done, by whom, since when, until when and why until then. Pure. */
export function progressOf(row: Followed, telling: Telling): Progress {
  const [, holder] = NOTES[row.state];
  const names = { window: WINDOW, you: YOU, units: telling.units.join('、') || WINDOW };
  return {
    word: STATES[row.state],
    note: noteOf(row),
    holder: holder && names[holder],
    daysUsed: daysUsed(row, telling),
    clocks: RUNNING.has(row.state) ? clocksOf(row) : [],
  };
}
