import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow, type CalendarTable } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { workingDaysAfter } from '../clocks.ts';
import { caseRules, type CaseRules } from '../rules.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { GapsField, PaperNames } from './fields.ts';
import { broughtIn, marked, namesIn, type Gap, type Paper } from './paper.ts';
import { refuseConflict } from './separation.ts';
import { refuseDeemed } from './told.ts';

const untold = (row: CaseFile): boolean => row.correctionAskedAt === null;

/** What the departments found and what the window found, each thing once. */
function allGaps(found: readonly Gap[], said: readonly { readonly paper: string; readonly what: string }[]) {
  const window = said.map((each): Gap => ({ ...each, by: null }));
  const known = new Set(found.map(({ paper, what }) => `${paper}\n${what}`));
  return [...found, ...window.filter(({ paper, what }) => !known.has(`${paper}\n${what}`))];
}

/** Refuses a gap in a paper that the item does not ask for (行政许可法 31). Pure. */
export function refuseUnrelated(
  papers: readonly Pick<Paper, 'name'>[],
  gaps: readonly { readonly paper: string }[],
): void {
  const asked = new Set(papers.map(({ name }) => name));
  const unknown = gaps.map(({ paper }) => paper).filter((name) => !asked.has(name));
  if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
}
/** Refuses a notice that leaves out a paper of which the case itself says that it is missing. Pure. */
function refuseLeftOut(papers: readonly Paper[], named: ReadonlySet<string>): void {
  const left = namesIn(papers, 'missing').filter((name) => !named.has(name));
  if (left.length > 0) refuse('cases.left-out', { names: left.join('、') });
}

/**
 * 补正告知 — once, everything that is missing, thing by thing, within five working days of the papers (行政许可法 32). It
 * waits for the departments that were asked to look, as long as they may take, so that one notice carries all gaps.
 */
export const askCorrection = action(caseFile, {
  name: 'ask-correction',
  title: '一次性告知补正',
  about: '逐项写明全部缺漏，只能告知一次；逾期不告知的自收件之日起视为受理',
  may: { 'cases.clerk': 'place' },
  from: ['applied', 'received'],
  to: ['correcting'],
  input: Type.Object({ gaps: GapsField('缺漏事项') }),
  needs: { calendar: calendarNow, rules: settingNow(caseRules) },
  decide({ caseFile: mine, input, calendar, rules, by, now }) {
    refuseConflict(mine, by);
    if (!untold(mine)) refuse('cases.told-once', { at: formatChinese(mine.correctionAskedAt!) });
    refuseDeemed(mine, now);
    const open = mine.openChecks ?? 0;
    if (open > 0 && mine.tellByAt !== null && dayOf(now) < dayOf(mine.tellByAt))
      refuse('cases.checks-open', { count: open, until: formatChinese(mine.tellByAt) });
    refuseUnrelated(mine.papers, input.gaps);
    const gaps = allGaps(mine.gaps ?? [], input.gaps);
    if (gaps.length === 0) refuse('cases.nothing-missing');
    const names = new Set(gaps.map(({ paper }) => paper));
    refuseLeftOut(mine.papers, names);
    return {
      state: 'correcting',
      gaps,
      papers: marked(mine.papers, names, 'missing'),
      correctionAskedAt: now,
      correctDays: rules.correctWithinDays,
      correctBy: addWorkingDays(calendar, dayOf(now), rules.correctWithinDays),
      tellByAt: null,
    };
  },
});

interface Bringing {
  readonly calendar: CalendarTable;
  readonly rules: Pick<CaseRules, 'tellWithinDays'>;
  readonly now: Instant;
}
/** What noting a correction must have on the table, at the counter and on line. */
export const correctionNeeds = { calendar: calendarNow, rules: settingNow(caseRules) };

/**
 * A case whose applicant brought these; received again once nothing lacks that the notice named, and from then on the
 * office has its five days anew: after them the case is accepted by itself. Refuses names that it does not ask for. Pure.
 */
export function corrected(
  mine: Pick<CaseFile, 'papers'>,
  names: readonly string[],
  { calendar, rules, now }: Bringing,
) {
  const { papers, unknown } = broughtIn(mine.papers, names, now);
  if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
  if (papers.some((each) => each.state === 'missing')) return { state: 'correcting', papers } as const;
  const tellByAt = workingDaysAfter(now, rules.tellWithinDays, calendar);
  return { state: 'received', papers, correctedAt: now, tellDays: rules.tellWithinDays, tellByAt } as const;
}

/** 补正 — the applicant has brought what was named. The office accepts now; it may neither ask again nor decline. */
export const supplyCorrection = action(caseFile, {
  name: 'supply-correction',
  title: '登记补正',
  about: '登记申请人按告知补交的材料；补齐后五个工作日内应当受理，逾期自补齐之日起视为受理',
  may: { 'cases.clerk': 'place' },
  from: ['correcting'],
  to: ['received', 'correcting'],
  input: Type.Object({ papers: PaperNames('补正的材料') }),
  needs: correctionNeeds,
  decide: ({ caseFile: mine, input, ...given }) => corrected(mine, input.papers, given),
});
