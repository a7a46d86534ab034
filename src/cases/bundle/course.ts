import { change, type Write } from '#lib/action/action.ts';
import type { CalendarTable } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { workingDaysAfter } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import type { CaseRules } from '../rules.ts';
import { OVER, STATES } from '../words.ts';
import { inboxOf } from './apply.ts';
import type { Bundle } from './bundle.ts';
import { lostPapers, papersWithout } from './fed.ts';

const over: ReadonlySet<string> = new Set(OVER);
export const isOver = ({ state }: Pick<CaseFile, 'state'>): boolean => over.has(state);
/** Its result may be used: granted, and not taken back. */
const isGranted = ({ outcome, state }: CaseFile): boolean => outcome === 'granted' && state !== 'revoked';
/** Decided against, or over without a result. */
export const isLost = (row: CaseFile): boolean => !isGranted(row) && (row.outcome !== null || isOver(row));
const isDecided = (row: CaseFile): boolean => row.decidedAt !== null || isOver(row);

/** The last of some moments; null when there is none. */
export const latest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments
    .flatMap((each) => each ?? [])
    .toSorted()
    .at(-1) ?? null;

interface Days {
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
}
type Sources = ReadonlyMap<string, CaseFile>;

/** It goes on with the results it waited for: from the moment of the last of them, as if the papers had come then. */
function released(row: CaseFile, sources: Sources, { calendar, rules }: Days): Partial<CaseFile> {
  const at = latest([...sources.values()].map(({ decidedAt }) => decidedAt))!;
  const fedBy = new Map(row.waitsFor!.map(({ code, paper }) => [paper, sources.get(code)!]));
  return {
    state: inboxOf(row.channel),
    waitsFor: null,
    receivedAt: at,
    tellByAt: workingDaysAfter(at, rules.tellWithinDays, calendar),
    papers: row.papers.map((paper) => {
      const source = fedBy.get(paper.name);
      if (!source) return paper;
      const because = `由「${source.itemName}」（${source.number}）的办理结果转来`;
      return { ...paper, state: 'present', at: source.decidedAt, because };
    }),
  };
}

/** It cannot go on: what it waited for will not come. The applicant may apply for it alone. */
const ended = (lost: CaseFile): Partial<CaseFile> => ({
  state: 'terminated',
  outcome: 'terminated',
  waitsFor: null,
  reason: `前序事项「${lost.itemName}」（${lost.number}）${STATES[lost.state]}，没有可用的办理结果`,
  endedAt: latest([lost.decidedAt, lost.endedAt]),
});

/** What the others of its bundle mean for one that waits; null while they mean nothing yet. */
function moved(row: CaseFile, byCode: Sources, days: Days): Partial<CaseFile> | null {
  const awaited = (row.waitsFor ?? []).map(({ code }) => [code, byCode.get(code)] as const);
  const sources = new Map(awaited.flatMap(([code, found]) => (found ? [[code, found] as const] : [])));
  const lost = [...sources.values()].find(isLost);
  if (lost) return ended(lost);
  const isReady = sources.size === awaited.length && [...sources.values()].every(isGranted);
  return isReady ? released(row, sources, days) : null;
}

/** What rests on a result that was revoked since must have it from elsewhere; null for any other. */
function unfed(
  row: CaseFile,
  whole: Pick<Bundle, 'parts'>,
  all: readonly CaseFile[],
): Partial<CaseFile> | null {
  const lost = isDecided(row) ? [] : lostPapers(row, whole, all);
  return lost.length === 0 ? null : { papers: papersWithout(row, lost) };
}

interface Followed {
  /** The cases as they stand now. */
  readonly cases: readonly CaseFile[];
  readonly writes: readonly Write[];
}
/**
 * The cases of a bundle after what happened to some of them, in the order of their stages, so that what ends one may end
 * the next; what rests on a result revoked since is to be brought anew. Those to be handed out together are let go when all are decided. Pure.
 */
export function followed(whole: Pick<Bundle, 'parts'>, inOrder: readonly CaseFile[], days: Days): Followed {
  const byCode = new Map<string, CaseFile>();
  const moves = new Map<CaseFile, Partial<CaseFile>>();
  for (const row of inOrder) {
    const move = row.state === 'waiting' ? moved(row, byCode, days) : unfed(row, whole, inOrder);
    if (move) moves.set(row, move);
    byCode.set(row.itemCode, { ...row, ...move });
  }
  const areDecided = [...byCode.values()].every(isDecided);
  for (const row of inOrder)
    if (areDecided && row.awaitsOthers === true) moves.set(row, { ...moves.get(row), awaitsOthers: null });
  return {
    cases: [...byCode.values()],
    writes: [...moves].map(([row, move]) => change(caseFile, row, move)),
  };
}
