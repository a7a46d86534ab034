import { instant, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { caseFile } from '../file/case-file.ts';

/** 异议 — somebody whom a case touches says what speaks against it, and is answered (行政许可法 36, 47). */
export const objection = noun({
  name: 'case-objection',
  as: 'objection',
  path: 'case-objections',
  title: '利害关系人异议',
  states: { registered: '已登记', upheld: '异议成立', dismissed: '异议不成立' },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('审批部门').measured(),
    place: text('受理地').measured(),
    objector: personal('异议人', 'name'),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    interest: prose('利害关系'),
    statement: prose('异议内容'),
    raisedAt: instant('提出时间').measured(),
    answer: prose('答复').orNull(),
    answeredAt: instant('答复时间').orNull().measured(),
    answeredBy: uuid('答复人').orNull(),
  },
  series: 'YY',
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
  searched: ['caseNumber', 'itemName'],
});
