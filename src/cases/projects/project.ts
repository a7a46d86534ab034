import { instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { FinishedStage, ProjectStage } from './words.ts';

/**
 * 工程建设项目 — known by its project code, which is its number here too. Cases, surveys and coordination meetings hang on
 * it; it goes through four stages, each with a window of its own.
 */
export const project = noun({
  name: 'project',
  as: 'project',
  path: 'projects',
  title: '工程建设项目',
  states: { open: '办理中', completed: '已竣工', stopped: '已停止' },
  columns: {
    name: text('项目名称'),
    site: text('建设地点'),
    place: text('所在区划').measured(),
    /** 牵头部门. */
    department: uuid('牵头部门').measured(),
    investor: text('建设单位'),
    creditCode: text('统一社会信用代码').orNull(),
    contactName: personal('联系人', 'name').orNull(),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    /** The first stage that is not finished; of a completed project the last one. */
    stage: text<ProjectStage>('所处阶段').measured(),
    finished: json<readonly FinishedStage[]>('已完成阶段'),
    caseCount: integer('办件数'),
    registeredAt: instant('登记时间').measured(),
    registeredBy: uuid('登记人'),
    completedAt: instant('竣工验收时间').orNull().measured(),
    stoppedAt: instant('停止时间').orNull().measured(),
    stoppedBecause: prose('停止原因').orNull(),
  },
  see: {
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'stage', 'place', 'department'],
  searched: ['number', 'name', 'site', 'investor'],
});
export type Project = RowOf<typeof project>;
