import { instant, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { caseFile } from '../file/case-file.ts';
import type { Finding, Photo } from './words.ts';

/**
 * 勘查单位 — what one department looks for on a survey, and what it found. A row of its own, so that every department sees
 * its part and says only its own findings. The list of those that go is the department's calendar.
 */
export const surveyUnit = noun({
  name: 'survey-unit',
  as: 'unit',
  path: 'survey-units',
  title: '勘查单位',
  states: { going: '待勘查', recorded: '已登记', left: '已退出', absent: '未到场', released: '已解除' },
  columns: {
    surveyId: uuid('现场勘查').measured(),
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('勘查单位').measured(),
    place: text('受理地').measured(),
    site: text('勘查地点'),
    visitAt: instant('约定时间').orNull(),
    conditions: json<readonly string[]>('查看内容'),
    results: json<readonly Finding[]>('勘查结果').orNull(),
    attendees: json<readonly string[]>('到场人员').orNull(),
    photos: json<readonly Photo[]>('现场照片').orNull(),
    finding: prose('勘查意见').orNull(),
    /** The day of its first trip; said once the survey is held. */
    visitedAt: instant('到场时间').orNull().measured(),
    recordedAt: instant('登记时间').orNull().measured(),
    recordedBy: uuid('登记人').orNull(),
    leftBecause: prose('退出或未到场原因').orNull(),
  },
  series: 'KD',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.utility': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'surveyId', 'caseId', 'department'],
  searched: ['caseNumber', 'itemName', 'site'],
});
export type SurveyUnit = RowOf<typeof surveyUnit>;
