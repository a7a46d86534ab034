import { dayOf, formatChinese, formatDay } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Hearing } from '../special/hearing/hearing.ts';
import { HEARING_GROUNDS } from '../special/hearing/words.ts';

/** What is told of a hearing. */
export type ToldHearing = Pick<
  Hearing,
  | 'ground'
  | 'reason'
  | 'noticeNumber'
  | 'askDays'
  | 'askBy'
  | 'heldAt'
  | 'site'
  | 'presiderName'
  | 'dayNotice'
  | 'parties'
>;
const applied = ({ itemName, isLicence }: CaseFile): string =>
  `关于「${itemName}」的${isLicence ? '行政许可' : ''}申请`;
const COST = '申请人、利害关系人不承担组织听证的费用。';

/** 听证权利告知书 (行政许可法 47): why, until when to ask, what it means for the limit, what follows otherwise. */
export function hearingRightWords(
  row: CaseFile,
  told: ToldHearing | undefined,
  within: number,
): readonly string[] {
  if (told === undefined) return [`${applied(row)}，依法享有要求听证的权利。`];
  const others = told.parties.some(({ who }) => who === 'interested');
  return [
    `${applied(row)}，${HEARING_GROUNDS[told.ground]}。在作出决定前，${others ? '申请人、利害关系人' : '申请人'}享有要求听证的权利。`,
    `理由：${told.reason}`,
    `要求听证的，请自被告知之日起${told.askDays}个工作日内（最迟${formatDay(told.askBy)}）向本机关或者受理窗口提出，申请人也可以在网上提出；逾期不提出的，视为放弃。`,
    `提出后，本机关在${within}个工作日内组织听证，听证所需时间不计入审批期限。${COST}`,
    `告知书文号：${told.noticeNumber}`,
  ];
}

/** 听证通知书 (行政许可法 48): when, where, who presides, and what those who come may do. */
export function hearingNoticeWords(row: CaseFile, told: ToldHearing | undefined): readonly string[] {
  if (!told?.heldAt) return [`${applied(row)}，依法举行听证。`];
  return [
    `${applied(row)}，定于${formatChinese(told.heldAt)}在${told.site ?? ''}举行听证，请准时参加。`,
    `主持人：${told.presiderName ?? ''}。认为主持人与本事项有直接利害关系的，有权申请回避。`,
    '听证公开举行。审查人员提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证；笔录经确认无误后签字或者盖章，本机关根据笔录作出决定。',
    COST,
    `通知书文号：${told.dayNotice ?? ''}`,
  ];
}

/** The decision rests on the minutes (行政许可法 48); nothing where there was no hearing. */
export const heardWords = ({ hearing }: CaseFile): readonly string[] =>
  hearing?.heldAt && hearing.minutes
    ? [`本决定根据${formatDay(dayOf(hearing.heldAt))}举行的听证的笔录作出。`]
    : [];
