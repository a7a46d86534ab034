import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseRules } from '../rules.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { GapsField, PaperNames } from './fields.ts';
import { broughtIn, marked, type Gap } from './paper.ts';
import { refuseDeemed } from './told.ts';

const untold = (row: CaseFile): boolean => row.correctionAskedAt === null;

/** What the departments found and what the window found, each thing once. */
function allGaps(found: readonly Gap[], said: readonly { readonly paper: string; readonly what: string }[]) {
  const window = said.map((each): Gap => ({ ...each, by: null }));
  const known = new Set(found.map(({ paper, what }) => `${paper}\n${what}`));
  return [...found, ...window.filter(({ paper, what }) => !known.has(`${paper}\n${what}`))];
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
  decide({ caseFile: mine, input, calendar, rules, now }) {
    if (!untold(mine)) refuse('cases.told-once', { at: formatChinese(mine.correctionAskedAt!) });
    refuseDeemed(mine, now);
    const open = mine.openChecks ?? 0;
    if (open > 0 && mine.tellByAt !== null && dayOf(now) < dayOf(mine.tellByAt))
      refuse('cases.checks-open', { count: open, until: formatChinese(mine.tellByAt) });
    const gaps = allGaps(mine.gaps ?? [], input.gaps);
    if (gaps.length === 0) refuse('cases.nothing-missing');
    const names = new Set(gaps.map(({ paper }) => paper));
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

/** A case whose applicant brought these; received again once nothing lacks. Refuses names that it does not ask for. Pure. */
export function corrected(mine: Pick<CaseFile, 'papers'>, names: readonly string[], now: Instant) {
  const { papers, unknown } = broughtIn(mine.papers, names, now);
  if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
  const isWhole = !papers.some((each) => each.state === 'missing');
  return isWhole
    ? ({ state: 'received', papers, correctedAt: now } as const)
    : ({ state: 'correcting', papers } as const);
}

/** 补正 — the applicant has brought what was named. The office accepts or declines now; it may not ask again. */
export const supplyCorrection = action(caseFile, {
  name: 'supply-correction',
  title: '登记补正',
  about: '登记申请人按告知补交的材料；补正所用时间在受理之前，不计入办理时限',
  may: { 'cases.clerk': 'place' },
  from: ['correcting'],
  to: ['received', 'correcting'],
  input: Type.Object({ papers: PaperNames('补正的材料') }),
  decide: ({ caseFile: mine, input, now }) => corrected(mine, input.papers, now),
});
