import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { attachment } from '#documents/index.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { APPLICANT } from '#people/index.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { refuseConflict } from '../../file/separation.ts';
import { OwnFile } from '../../file/fields.ts';
import { sheetAmong } from '../../file/sheet.ts';
import type { SpecialProcedure } from '../special-procedure.ts';
import { hearing, type Hearing } from './hearing.ts';
import { itsProcedure, over } from './over.ts';
import { isWaived, isWanted, mayAsk, wished } from './standing.ts';
import { OPEN_HEARING, PARTIES, type HearingOnCase, type PartyKind } from './words.ts';

interface Waiving {
  readonly hearing: Hearing;
  readonly caseFile: CaseFile;
  readonly procedure: SpecialProcedure | null;
  readonly calendar: CalendarTable;
  readonly by: { readonly id: string };
  readonly now: Instant;
}
const NOT_SET = {
  procedure: null,
  askedAt: null,
  heldAt: null,
  site: null,
  presider: null,
  presiderName: null,
  dayNotice: null,
  dayToldAt: null,
} as const;

/**
 * One party gives it up: it is over when nobody wants it and nobody may still ask; who may keeps their days; who asked is
 * heard. Refuses a party that was not told, and a second time. Pure.
 */
function waived(given: Waiving, who: PartyKind, waivers: readonly string[]) {
  const { hearing: mine, caseFile: file, now } = given;
  if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
  const party = mine.parties.find((each) => each.who === who) ?? refuse('cases.hearing-not-told');
  if (party.waivedAt !== null) refuse('cases.hearing-given-up');
  const parties = wished(mine.parties, who, { waivedAt: now });
  const kept: Partial<HearingOnCase> = { waivers: [...(file.hearing?.waivers ?? []), ...waivers] };
  if (isWanted(parties))
    return [
      { state: mine.state as 'asked' | 'set', parties },
      ...over({ ...given, procedure: null }, { result: '', kept }),
    ] as const;
  const writes = over(given, { result: '要求听证的人书面放弃听证', kept: { ...kept, dayToldAt: null } });
  if (isWaived(parties) || !mayAsk(mine, now))
    return [{ state: 'waived', parties, overAt: now }, ...writes] as const;
  return [{ state: 'told', parties, ...NOT_SET }, ...writes] as const;
}

type Asked = { readonly row: Pick<Hearing, 'caseId'> };
const needs = { procedure: itsProcedure, calendar: calendarNow };
const to = [...OPEN_HEARING, 'waived'] as const;

/** 放弃听证 — in writing: before it is asked for, or after. The sheet is the party's own, laid with the case after it was told. */
export const waiveHearing = action(hearing, {
  name: 'waive',
  title: '登记放弃听证',
  about: '凭申请人、全部被告知的利害关系人签署的书面声明；都放弃的不必等五日期满，已经提出的不再举行',
  may: { 'cases.clerk': 'place', 'cases.approver': 'department', 'cases.decider': 'department' },
  from: [...OPEN_HEARING],
  to,
  input: Type.Object({
    who: oneOf(PARTIES, '谁放弃（利害关系人须全部签署）'),
    sheet: OwnFile('签署的放弃听证声明扫描件'),
  }),
  needs: {
    ...needs,
    attached: rows(attachment, ({ row }: Asked) => ({ subjectNoun: caseFile.name, subject: row.caseId })),
  },
  decide(given) {
    const { hearing: mine, caseFile: file, input, attached, by } = given;
    refuseConflict(file, by);
    const since = { at: mine.toldAt, what: '告知听证权利' };
    const sheet = sheetAmong([file], { attached, name: input.sheet, purpose: '放弃听证声明', since });
    // One sheet speaks for one party.
    if (file.hearing?.waivers.includes(sheet.id) === true)
      refuse('cases.sheet-used', { name: input.sheet.trim(), use: '放弃听证声明' });
    return waived(given, input.who, [sheet.id]);
  },
});
/** The same by the applicant's own hand, on line. */
export const waiveHearingOwn = action(hearing, {
  name: 'waive-own',
  title: '申请人放弃听证',
  hidden: true,
  may: { [APPLICANT]: 'applicant' },
  from: [...OPEN_HEARING],
  to,
  input: Type.Object({}),
  needs,
  decide: (given) => waived(given, 'applicant', []),
});
