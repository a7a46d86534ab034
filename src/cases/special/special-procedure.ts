import { instant, integer, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { caseFile } from '../file/case-file.ts';
import type { SpecialProcedure as Kind } from '../words.ts';

/**
 * 特别程序 — a hearing, a test, an expert review: what the decision waits for and no clock counts (行政许可法 45). The
 * applicant is told in writing how long it will take. Its case is the root: the clocks stand on the case.
 */
export const specialProcedure = noun({
  name: 'special-procedure',
  as: 'procedure',
  path: 'special-procedures',
  title: '特别程序',
  states: { 'under-way': '进行中', over: '已结束', lapsed: '随件终结' },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('审批部门').measured(),
    /** Of the case: who sees that one sees its procedures. */
    place: text('受理地').measured(),
    kind: text<Kind>('程序种类').measured(),
    name: text('程序名称').orNull(),
    reason: prose('启动理由'),
    noticeNumber: text('书面告知文号'),
    /** As the applicant was told: so long no clock counts. What it really took stands between the two moments below. */
    estimatedDays: integer('告知的预计天数（工作日）').measured(),
    startedAt: instant('开始时间').measured(),
    startedBy: uuid('启动人'),
    endedAt: instant('结束时间').orNull().measured(),
    endedBy: uuid('结束登记人').orNull(),
    result: prose('结果').orNull(),
  },
  series: 'TC',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
  },
  filters: ['state', 'caseId', 'department', 'kind'],
  searched: ['number', 'caseNumber', 'itemName', 'noticeNumber'],
});
export type SpecialProcedure = RowOf<typeof specialProcedure>;
