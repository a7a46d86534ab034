import { day, flag, instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { caseFile } from '../../file/case-file.ts';
import { HEARING_STATES, type HearingGround, type Party } from './words.ts';

/**
 * 听证 (行政许可法 47、48) — the applicant and others with great interests are told that they may ask to be heard; who asks is
 * heard on a day told beforehand, by somebody who did not examine, with minutes on which the decision rests. From the
 * request on it is a special procedure of its case, which no clock counts. Its case is the root.
 */
export const hearing = noun({
  name: 'hearing',
  as: 'hearing',
  path: 'hearings',
  title: '听证',
  states: HEARING_STATES,
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('审批部门').measured(),
    /** Of the case: who sees that one sees its hearing. */
    place: text('受理地').measured(),
    applicant: uuid('申请人账号').orNull(),
    ground: text<HearingGround>('告知情形').measured(),
    reason: prose('告知理由'),
    noticeNumber: text('听证权利告知书文号'),
    interested: personal('告知的利害关系人', 'words').orNull(),
    toldAt: instant('告知时间').measured(),
    toldBy: uuid('告知人'),
    askDays: integer('提出期限（工作日）'),
    /** The last day on which it may be asked for; nothing is decided on it yet. */
    askBy: day('可以提出的最后一日'),
    parties: json<readonly Party[]>('被告知人的意愿'),
    askedAt: instant('提出时间').orNull().measured(),
    asker: personal('提出人', 'name').orNull(),
    askerPhone: personal('提出人电话', 'phone').orNull().withoutEnd(),
    /** Every one of the others who asked, a line each; `asker` is the one who asked last. */
    askers: personal('提出听证的利害关系人', 'words').orNull(),
    procedure: uuid('特别程序').orNull(),
    heldAt: instant('听证时间').orNull().measured(),
    site: prose('听证地点').orNull(),
    presider: uuid('主持人账号').orNull(),
    presiderName: text('主持人').orNull(),
    dayNotice: text('听证通知书文号').orNull(),
    dayToldAt: instant('通知时间').orNull().measured(),
    minutes: uuid('听证笔录').orNull(),
    finding: prose('听证情况').orNull(),
    overAt: instant('结束时间').orNull().measured(),
    /** 举行 within the days of 行政许可法 47. */
    isInTime: flag('法定期限内举行').orNull().measured(),
  },
  series: 'TZ',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
  },
  filters: ['state', 'caseId', 'department'],
  searched: ['number', 'caseNumber', 'itemName', 'noticeNumber'],
});
export type Hearing = RowOf<typeof hearing>;
