import { due, type CalendarTable, type Clock } from '#calendar/index.ts';
import type { Day, Instant } from '#lib/time.ts';
import type { ApplicationBar } from '../bar/application-bar.ts';
import type { DecisionCorrection } from '../after/decision-correction.ts';
import { timed, workingDaysAfter } from '../clocks.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import type { PaperKind } from './kinds.ts';

/* A notice says for ever what it said when it was given: the row goes on, a paper printed again does not. */

const cameFirst = ({ at, firstAt }: Paper): Instant | null => firstAt ?? at;

/** What lay before the counter with the application; what came in its first batch came then, whenever it was written down. */
function atReceipt(papers: readonly Paper[], receivedAt: Instant): readonly Paper[] {
  const [first = null] = papers
    .map(cameFirst)
    .filter((each) => each !== null)
    .toSorted();
  const until = first !== null && first > receivedAt ? first : receivedAt;
  return papers.map((each) => {
    if (each.state === 'waived') return each;
    const came = cameFirst(each);
    return { ...each, state: came !== null && came <= until ? 'present' : 'missing' };
  });
}

/** What came later was owed if the case was accepted with papers outstanding, else it was not there. */
const atAcceptance = ({ papers, acceptance }: CaseFile, acceptedAt: Instant): readonly Paper[] =>
  papers.map((each) =>
    each.state === 'present' && each.at !== null && each.at > acceptedAt
      ? { ...each, state: acceptance === 'tolerant' ? 'outstanding' : 'missing' }
      : each,
  );

/** A clock as it was set: without what stood still or was added since. */
const asSet = (clock: Clock, since: Instant): Clock => ({
  ...clock,
  pauses: clock.pauses.filter(({ from }) => from < since),
  extensions: clock.extensions.filter(({ approvedAt }) => approvedAt !== null && approvedAt <= since),
});

function asAccepted(row: CaseFile, calendar: CalendarTable): CaseFile {
  const { acceptedAt, legalClock, promisedClock, outstandingClock } = row;
  if (acceptedAt === null) return row;
  const limits =
    legalClock && promisedClock
      ? timed(
          { legalClock: asSet(legalClock, acceptedAt), promisedClock: asSet(promisedClock, acceptedAt) },
          calendar,
        )
      : {};
  const owed =
    outstandingClock === null
      ? {}
      : { outstandingDueAt: due(asSet(outstandingClock, acceptedAt), calendar).dueAt };
  return { ...row, ...limits, ...owed, papers: atAcceptance(row, acceptedAt) };
}

/** What was there to say on the day of the papers: how long the one notice may take. */
function asReceived(row: CaseFile, calendar: CalendarTable): CaseFile {
  const { receivedAt, tellDays, tellByAt } = row;
  const until = tellDays === null ? tellByAt : workingDaysAfter(receivedAt, tellDays, calendar);
  return { ...row, tellByAt: until, papers: atReceipt(row.papers, receivedAt), spotCorrections: null };
}

/** The limit as the approval left it: what stands still since has papers of its own. */
function asExtended(row: CaseFile, calendar: CalendarTable): CaseFile {
  const { legalClock, extendedAt } = row;
  if (legalClock === null || extendedAt === null) return row;
  return { ...row, legalDueAt: due(asSet(legalClock, extendedAt), calendar).dueAt };
}

/** What one correction changed, as it stood before. */
const uncorrected = (made: DecisionCorrection): Partial<CaseFile> => ({
  ...(made.resultNumber === null ? {} : { resultNumber: made.numberBefore }),
  ...(made.validUntil === null ? {} : { validUntil: made.validUntilBefore }),
  ...(made.decisionText === null ? {} : { reason: made.textBefore }),
});
/** The decision before its slips were put right, the last of them first. What an older program did not keep stays. */
const asDecided = (row: CaseFile, corrections: readonly DecisionCorrection[]): CaseFile =>
  corrections
    .filter(({ state, keepsBefore }) => state === 'made' && keepsBefore === true)
    .toSorted((a, b) => (a.settledAt! < b.settledAt! ? 1 : -1))
    .reduce((file, made) => ({ ...file, ...uncorrected(made) }), row);

type Bar = Pick<ApplicationBar, 'ground' | 'lastDay'>;
/** A decision on bad faith with the bar that it told of, be that annulled since. */
const asBarred = (row: CaseFile, bars: readonly Bar[]): CaseFile =>
  bars.reduce((file, { ground, lastDay }) => ({ ...file, badFaith: ground, barredUntil: lastDay }), row);

interface Since {
  /** The calendar as it was known at a moment: a holiday announced later is told in a notice of its own. */
  readonly knownAt: (moment: Instant) => CalendarTable;
  /** 视为延续: until when it was valid before it was deemed renewed; null where it never was. */
  readonly ownEnd: Day | null;
  /** 决定更正 of the case. */
  readonly corrections: readonly DecisionCorrection[];
  /** 限制申请 that its decision recorded. */
  readonly bars: readonly Bar[];
}
/** A case as the notice of this kind saw it. Pure. */
export function asIssued(row: CaseFile, kind: PaperKind, since: Since): CaseFile {
  const { knownAt, ownEnd, corrections, bars } = since;
  if (kind === 'receipt') return asReceived(row, knownAt(row.receivedAt));
  if (kind === 'extension' && row.extendedAt !== null) return asExtended(row, knownAt(row.extendedAt));
  if (kind === 'acceptance' || kind === 'tolerance-notice' || kind === 'tolerance-promise')
    return row.acceptedAt === null ? row : asAccepted(row, knownAt(row.acceptedAt));
  if (kind === 'grant') {
    const decided = asDecided(row, corrections);
    return ownEnd === null ? decided : { ...decided, validUntil: ownEnd };
  }
  if (kind === 'refusal') return asBarred(asDecided(row, corrections), bars);
  if (kind === 'decline' || kind === 'revocation') return asBarred(row, bars);
  return row;
}
