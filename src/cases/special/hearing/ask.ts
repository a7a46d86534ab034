import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { askedIf, opened } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { formatDay, type Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { APPLICANT } from '#people/index.ts';
import { settingNow } from '#settings/index.ts';
import { paused, timed, workingTerm } from '../../clocks.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { Phone } from '../../file/fields.ts';
import { refuseConflict } from '../../file/separation.ts';
import { SPECIAL_PROCEDURES } from '../../words.ts';
import { specialProcedure } from '../special-procedure.ts';
import { askersWith } from './askers.ts';
import { hearing, type Hearing } from './hearing.ts';
import { hearingRules, type HearingRules } from './rules.ts';
import { mayAsk, wished } from './standing.ts';
import { OPEN_HEARING, PARTIES, type PartyKind } from './words.ts';

interface Asking {
  readonly hearing: Hearing;
  readonly caseFile: CaseFile;
  readonly calendar: CalendarTable;
  readonly rules: HearingRules;
  readonly by: { readonly id: string };
  readonly now: Instant;
  readonly id: (n: number) => string;
}

/** Refuses whoever was not told, comes too late, has asked already or has given it up; the others are many, and each may ask. Pure. */
function refuseAsking({ hearing: mine, caseFile: file, now }: Asking, who: PartyKind): void {
  if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
  const party = mine.parties.find((each) => each.who === who) ?? refuse('cases.hearing-not-told');
  if (party.waivedAt !== null) refuse('cases.hearing-given-up');
  if (party.askedAt !== null && who === 'applicant') refuse('cases.hearing-asked');
  if (!mayAsk(mine, now)) refuse('cases.hearing-late', { until: formatDay(mine.askBy) });
}

/**
 * With the first request the special procedure begins: both clocks stand, for no longer than the law gives the body to hold
 * it, as the notice of the right has told (行政许可法 45, 47). Pure.
 */
function begun({ hearing: mine, caseFile: file, calendar, rules, by, now, id }: Asking) {
  const days = rules.holdWithinDays;
  const pause = { from: now, to: null, told: days, reason: SPECIAL_PROCEDURES.hearing };
  const clocks = {
    legalClock: paused(file.legalClock!, pause),
    promisedClock: paused(file.promisedClock!, pause),
  };
  const toHold = workingTerm(now, days, calendar);
  return [
    change(caseFile, file, {
      openProcedures: (file.openProcedures ?? 0) + 1,
      hearingClock: toHold.clock,
      hearingDueAt: toHold.dueAt,
      ...timed(clocks, calendar),
    }),
    create(specialProcedure, {
      id: id(0),
      state: 'under-way',
      caseId: file.id,
      caseNumber: file.number,
      itemName: file.itemName,
      department: file.department,
      place: file.place,
      kind: 'hearing',
      name: null,
      reason: mine.reason,
      noticeNumber: mine.noticeNumber,
      estimatedDays: days,
      startedAt: now,
      startedBy: by.id,
    }),
  ];
}

const hasAsked = ({ parties }: Pick<Hearing, 'parties'>, who: PartyKind): boolean =>
  parties.some((each) => each.who === who && each.askedAt !== null);
/** What a request writes, whoever makes it. Refuses one that may not be made. Pure. */
function asked(
  given: Asking,
  who: PartyKind,
  from: Partial<Pick<Hearing, 'asker' | 'askerPhone' | 'askers'>> = {},
) {
  const { hearing: mine, now, id } = given;
  refuseAsking(given, who);
  const parties = hasAsked(mine, who) ? mine.parties : wished(mine.parties, who, { askedAt: now });
  if (mine.state !== 'told') return [{ state: mine.state as 'asked' | 'set', parties, ...from }] as const;
  return [{ state: 'asked', parties, askedAt: now, procedure: id(0), ...from }, ...begun(given)] as const;
}
type Asked = { readonly row: Pick<Hearing, 'id'>; readonly input: { readonly who: PartyKind } };
/** Who of the others asked before, in the clear: the list is written anew, sealed. */
const knownAskers = askedIf(
  ({ input }: Asked) => input.who === 'interested',
  opened(hearing, ({ row }: Asked) => ({ id: row.id })),
  [],
);
const needs = { calendar: calendarNow, rules: settingNow(hearingRules) };
const to = ['asked', 'set'] as const;

/** 提出听证申请 — at a counter or with the department, by the applicant or by others who were told. */
export const askHearing = action(hearing, {
  name: 'ask',
  title: '登记听证申请',
  about: '申请人、利害关系人自被告知之日起五个工作日内提出；提出后二十个工作日内组织，费用不由其承担',
  may: { 'cases.clerk': 'place', 'cases.approver': 'department', 'cases.decider': 'department' },
  from: [...OPEN_HEARING],
  to: [...to],
  input: Type.Object({
    who: oneOf(PARTIES, '谁提出'),
    asker: Type.Optional(
      Type.String({
        title: '提出人（利害关系人提出的须填）',
        minLength: 1,
        maxLength: 120,
        pattern: '\\S',
        keep: 'never',
      }),
    ),
    phone: Type.Optional(Phone),
  }),
  needs: { ...needs, known: knownAskers },
  decide(given) {
    const { input, caseFile: file, known, by, now } = given;
    refuseConflict(file, by);
    if (input.who === 'interested' && input.asker === undefined)
      refuse('cases.hearing-who', {}, { fields: [{ path: 'asker', message: '请填写提出听证的利害关系人' }] });
    const { asker: name, phone } = input;
    const asker = name === undefined ? {} : { asker: { plain: name.trim() } };
    const askerPhone = phone === undefined ? {} : { askerPhone: { plain: phone.trim() } };
    const before = hasAsked(given.hearing, 'interested') ? known[0] : undefined;
    const isOther = input.who === 'interested' && name !== undefined;
    const askers = isOther ? { askers: { plain: askersWith(before, { name, phone, now }) } } : {};
    return asked(given, input.who, { ...asker, ...askerPhone, ...askers });
  },
});
/** The same by the applicant's own hand, on line. */
export const askHearingOwn = action(hearing, {
  name: 'ask-own',
  title: '申请人申请听证',
  hidden: true,
  may: { [APPLICANT]: 'applicant' },
  from: [...OPEN_HEARING],
  to: [...to],
  input: Type.Object({}),
  needs,
  decide: (given) => asked(given, 'applicant'),
});
