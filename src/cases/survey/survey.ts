import { day, flag, instant, integer, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { caseFile } from '../file/case-file.ts';
import type { ChaseWay } from '../words.ts';

/**
 * 现场勘查 — one trip to one place, of one department or of several, for one case or several of one project or 一件事. The
 * case it was asked for is the root; every case in `cases` waits for it, and its promise stands still from the day that the
 * applicant was told until the conclusion.
 */
export const survey = noun({
  name: 'survey',
  as: 'survey',
  path: 'surveys',
  title: '现场勘查',
  states: {
    asked: '待排期',
    scheduled: '已排期',
    held: '已勘查',
    'putting-right': '整改中',
    passed: '通过',
    failed: '未通过',
    cancelled: '已取消',
    lapsed: '随件终结',
  },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('审批部门').measured(),
    /** Of the case: who sees that one sees its surveys. */
    place: text('受理地').measured(),
    /** Ids of all cases that wait for it, `caseId` first. */
    cases: json<readonly string[]>('一并勘查的办件'),
    project: uuid('工程建设项目').orNull(),
    bundle: uuid('一件事').orNull(),
    /** 复勘: the failed survey that it answers. */
    answers: uuid('回应的未通过勘查').orNull(),
    site: text('勘查地点'),
    reason: prose('勘查事由'),
    askedAt: instant('提出时间').measured(),
    askedBy: uuid('提出人'),
    visitAt: instant('约定时间').orNull().measured(),
    meetingPoint: text('集合地点').orNull(),
    toldAt: instant('告知申请人时间').orNull().measured(),
    toldHow: text<ChaseWay>('告知方式').orNull(),
    /** Whether the promise stands still for it: as the rules were on the day that the applicant was told. */
    isStopping: flag('承诺时限中止').orNull(),
    reschedules: integer('改期次数').orNull().measured(),
    /** The day of the first trip, once every department has said what it found. */
    heldAt: instant('勘查时间').orNull().measured(),
    isJoint: flag('联合勘查').orNull().measured(),
    rounds: integer('勘查次数').orNull().measured(),
    conclusion: prose('勘查结论').orNull(),
    putRightBy: day('整改期限').orNull(),
    finishedAt: instant('结论时间').orNull().measured(),
    finishedBy: uuid('结论人').orNull(),
    /** Over all its cases, in the unit of each promise; what stood still anyway is not counted again. */
    daysGivenBack: integer('承诺时限中止天数').orNull().measured(),
    cancelledBecause: prose('取消原因').orNull(),
  },
  series: 'KC',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'caseId', 'department', 'project', 'bundle'],
  searched: ['number', 'caseNumber', 'itemName', 'site'],
});
export type Survey = RowOf<typeof survey>;
