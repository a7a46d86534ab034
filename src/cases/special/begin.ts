import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow } from '#calendar/index.ts';
import { itemEdition } from '#catalogue/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { paused, timed } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { SPECIAL_PROCEDURES, type SpecialProcedure as Kind } from '../words.ts';
import type { Hearing } from './hearing/hearing.ts';
import { hearingRules, type HearingRules } from './hearing/rules.ts';
import { hearingsOf, isOpen } from './hearing/standing.ts';
import { refuseNoticeUsed } from './notice-used.ts';
import { specialProcedure, type SpecialProcedure } from './special-procedure.ts';

type Asked = { readonly row: Pick<CaseFile, 'id' | 'itemEdition'> };
/** Half a year of working days: no hearing, test or review of this district takes longer. */
const LONGEST = 120;
const HEAD = { 'cases.head': 'department' } as const;

/** Whether the item itself names the procedure, by its kind or by its own name. Pure. */
const isListed = (
  listed: readonly string[],
  { kind, name }: { readonly kind: Kind; readonly name?: string | undefined },
): boolean => listed.some((each) => each.includes(SPECIAL_PROCEDURES[kind]) || each.trim() === name?.trim());

interface Wanted {
  readonly mine: CaseFile;
  readonly listed: readonly string[];
  /** What was begun in the case before. */
  readonly earlier: readonly SpecialProcedure[];
  readonly input: { readonly kind: Kind; readonly name?: string | undefined };
  readonly by: Person;
  readonly tree: ScopeTree;
}
/**
 * Only what the law needs stops a clock (行政许可法 45): what the item names, or what the head of the body begins; and what
 * was begun in the case before, is begun again by the head alone, once it is over.
 */
function refuseNeedless({ mine, listed, earlier, input, by, tree }: Wanted): void {
  const kind = SPECIAL_PROCEDURES[input.kind];
  const isListedHere = isListed(listed, input);
  if (!isListedHere && listed.length > 0)
    refuse('cases.procedure-not-listed', { kind, listed: listed.join('、') });
  if (earlier.some((each) => each.kind === input.kind && each.state === 'under-way'))
    refuse('cases.procedure-under-way', { kind });
  if (permit(HEAD, by, mine, tree) === 'allowed') return;
  if (!isListedHere) refuse('cases.procedure-needs-head', { item: mine.itemName });
  if (earlier.some((each) => each.kind === input.kind)) refuse('cases.procedure-again', { kind });
}

/** Refuses one beside that of which somebody was told, and one told for longer than the law gives (行政许可法 48). Pure. */
function refuseHearing(all: readonly Hearing[], days: number, { holdWithinDays }: HearingRules): void {
  if (all.some(isOpen)) refuse('cases.hearing-told');
  if (days > holdWithinDays)
    refuse(
      'cases.hearing-too-long',
      { days: holdWithinDays },
      { fields: [{ path: 'estimatedDays', message: `不超过 ${holdWithinDays}` }] },
    );
}

/**
 * 启动特别程序 — both clocks stand still from now on, never in retrospect, for the time that the applicant is told in writing
 * and no longer: what it takes beyond that is the office's own. Several at once are one standstill. One that begins when
 * the limit is over changes nothing: the calendar lets no later hearing repair a missed deadline.
 */
export const beginProcedure = action(caseFile, {
  name: 'begin-procedure',
  title: '启动特别程序',
  about:
    '听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计入时限，须将所需时间书面告知申请人，超过告知时间的照计',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', ...HEAD },
  from: ['accepted'],
  to: ['accepted'],
  input: Type.Object({
    kind: oneOf(SPECIAL_PROCEDURES, '程序种类'),
    name: Type.Optional(
      Type.String({ title: '程序名称', minLength: 2, maxLength: 120, pattern: '\\S', mayName: true }),
    ),
    reason: Reason('启动理由和依据'),
    noticeNumber: Type.String({ title: '书面告知文号', minLength: 2, maxLength: 60, pattern: '\\S' }),
    estimatedDays: Type.Integer({ title: '告知申请人的预计天数（工作日）', minimum: 1, maximum: LONGEST }),
  }),
  needs: {
    edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
    earlier: rows(specialProcedure, ({ row }: Asked) => ({ caseId: row.id })),
    tree: holding(organisationTree),
    hearings: hearingsOf,
    hearingDays: settingNow(hearingRules),
    calendar: calendarNow,
  },
  decide({ caseFile: mine, input, edition, earlier, hearings, hearingDays, tree, calendar, by, now }) {
    refuseConflict(mine, by);
    refuseNeedless({ mine, listed: edition?.elements.specialProcedures ?? [], earlier, input, by, tree });
    refuseNoticeUsed({ caseFile: mine, procedures: earlier, hearings }, input.noticeNumber);
    if (input.kind === 'hearing') refuseHearing(hearings, input.estimatedDays, hearingDays);
    const pause = { from: now, to: null, told: input.estimatedDays, reason: SPECIAL_PROCEDURES[input.kind] };
    const clocks = {
      legalClock: paused(mine.legalClock!, pause),
      promisedClock: paused(mine.promisedClock!, pause),
    };
    const begun = create(specialProcedure, {
      state: 'under-way',
      caseId: mine.id,
      caseNumber: mine.number,
      itemName: mine.itemName,
      department: mine.department,
      place: mine.place,
      kind: input.kind,
      name: input.name?.trim() ?? null,
      reason: input.reason,
      noticeNumber: input.noticeNumber.trim(),
      estimatedDays: input.estimatedDays,
      startedAt: now,
      startedBy: by.id,
    });
    const openProcedures = (mine.openProcedures ?? 0) + 1;
    return [{ state: 'accepted', openProcedures, ...timed(clocks, calendar) }, begun];
  },
});
