import { day, flag, instant, integer, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { project } from './project.ts';

const SEE = {
  'cases.clerk': 'place',
  'cases.inspector': 'place',
  'cases.approver': 'department',
  'cases.decider': 'department',
  'cases.head': 'department',
  'ledger.auditor': 'anyone',
} as const;

/** 协调会 — what several departments agreed about a project. Settled when everything that follows from it is done. */
export const meeting = noun({
  name: 'coordination-meeting',
  as: 'meeting',
  path: 'coordination-meetings',
  title: '项目协调会',
  states: { open: '待落实', settled: '已落实' },
  columns: {
    projectId: uuid('工程建设项目').measured(),
    projectCode: text('项目代码'),
    projectName: text('项目名称'),
    /** Of the project: its leading department and its place. */
    department: uuid('牵头部门').measured(),
    place: text('所在区划').measured(),
    heldOn: day('召开日期').measured(),
    subject: text('议题'),
    departments: json<readonly string[]>('参会单位'),
    decision: prose('议定事项'),
    recordedAt: instant('登记时间'),
    recordedBy: uuid('登记人'),
    settledAt: instant('落实时间').orNull().measured(),
  },
  series: 'XT',
  root: project,
  rootColumn: 'projectId',
  see: SEE,
  filters: ['state', 'projectId', 'department'],
  searched: ['number', 'projectCode', 'projectName', 'subject'],
});
export type Meeting = RowOf<typeof meeting>;

/** 议定事项落实 — what one department is to do until a day. A row of its own: it is that department's list. */
export const followUp = noun({
  name: 'meeting-follow-up',
  as: 'followUp',
  path: 'meeting-follow-ups',
  title: '议定事项落实',
  states: { open: '待落实', done: '已落实', dropped: '不再办理' },
  columns: {
    meetingId: uuid('项目协调会').measured(),
    projectId: uuid('工程建设项目').measured(),
    projectCode: text('项目代码'),
    projectName: text('项目名称'),
    department: uuid('落实单位').measured(),
    place: text('所在区划').measured(),
    task: text('落实事项'),
    dueOn: day('期限').measured(),
    lengthened: integer('延期次数').orNull().measured(),
    because: prose('说明').orNull(),
    endedAt: instant('完成时间').orNull().measured(),
    endedBy: uuid('登记人').orNull(),
    isInTime: flag('按期').orNull().measured(),
  },
  series: 'LS',
  root: meeting,
  rootColumn: 'meetingId',
  see: SEE,
  filters: ['state', 'meetingId', 'projectId', 'department'],
  searched: ['number', 'projectCode', 'projectName', 'task'],
});
export type FollowUp = RowOf<typeof followUp>;
