import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { due, type CalendarTable, type Clock } from '#calendar/index.ts';
import { workingTerm } from '../clocks.ts';
import { accepted, acceptanceNeeds, refuseMissing } from '../file/accept.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { marked, namesIn } from '../file/paper.ts';
import { refuseConflict } from '../file/separation.ts';
import { sheets } from '../file/sheet.ts';
import { creditNeeds, refuseBrokenWord } from './own-word.ts';
import { OwnFile } from '../file/fields.ts';
import { signatureFor } from './promise/promise.ts';

interface Stated {
  /** What the item states; null: the promised limit alone. */
  readonly days: number | null;
  readonly promisedClock: Clock;
  readonly now: Instant;
}

/** Until when papers may follow: the stated working days, never beyond the promised limit. Pure. */
export function outstandingTerm({ days, promisedClock, now }: Stated, calendar: CalendarTable) {
  const { dueAt } = due(promisedClock, calendar);
  const promised = { outstandingClock: promisedClock, outstandingDueAt: dueAt };
  if (days === null) return promised;
  const stated = workingTerm(now, days, calendar);
  if (dueAt !== null && dueAt < stated.dueAt) return promised;
  return { outstandingClock: stated.clock, outstandingDueAt: stated.dueAt };
}

/** The names that will follow. Refuses when the item lets none follow, a main paper lacks, or nothing lacks at all. */
export function outstandingPapers(
  mine: Pick<CaseFile, 'papers' | 'itemName'>,
  mayFollow: readonly string[],
): ReadonlySet<string> {
  if (mayFollow.length === 0) refuse('cases.not-tolerant', { item: mine.itemName });
  refuseMissing(mine, new Set(mayFollow));
  const names = namesIn(mine.papers, 'missing');
  return names.length === 0 ? refuse('cases.nothing-outstanding') : new Set(names);
}

/**
 * 容缺受理 — the main papers are there and what lacks may follow by the item's published list. Both clocks run at once; no
 * decision before everything is in (law-and-standards §2.2).
 */
export const acceptTolerantly = action(caseFile, {
  name: 'accept-with-outstanding',
  title: '容缺受理',
  about: '主要材料齐全、只缺可容缺材料的先予受理；须在期限内补齐，补齐前不作决定；失信未修复的不适用',
  may: { 'cases.clerk': 'place' },
  from: ['received', 'correcting'],
  to: ['accepted'],
  input: Type.Object({
    isSigned: Type.Boolean({ title: '申请人已签署容缺受理承诺书' }),
    sheet: Type.Optional(OwnFile('承诺书扫描件（窗口没有见到申请人、也没有在网上签署的须有）')),
  }),
  needs: { ...acceptanceNeeds, ...creditNeeds, attached: sheets },
  decide(given) {
    const { caseFile: mine, input, calendar, by, now } = given;
    refuseConflict(mine, by);
    refuseBrokenWord(mine, given);
    if (!input.isSigned) refuse('cases.not-signed');
    const { patch, course, writes } = accepted(given, { acceptance: 'tolerant', at: now });
    const names = outstandingPapers(mine, course.mayFollow);
    const stated = { days: course.toleranceDays, promisedClock: patch.promisedClock, now };
    return [
      {
        ...patch,
        acceptedBy: by.id,
        papers: marked(mine.papers, names, 'outstanding'),
        isSupplied: false,
        tolerancePromise: signatureFor(mine, [...names], given),
        ...outstandingTerm(stated, calendar),
      },
      ...writes,
    ];
  },
});
