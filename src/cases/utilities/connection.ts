import { flag, instant, integer, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Clock, Step } from '#calendar/index.ts';
import { caseFile } from '../file/case-file.ts';
import type { Service } from './words.ts';

/**
 * 公用报装 — what one firm does for one application. The application is one case; each firm has a row, a promise and a
 * clock of its own, and none waits for another. The case is the root: it is not decided while one is open.
 */
export const connection = noun({
  name: 'utility-connection',
  as: 'connection',
  path: 'utility-connections',
  title: '公用报装',
  states: {
    asked: '已转办',
    answered: '已答复',
    waiting: '待用户',
    done: '已接通',
    unfit: '不具备条件',
    released: '随件终结',
  },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    place: text('受理地').measured(),
    department: uuid('审批部门').measured(),
    service: text<Service>('报装种类').measured(),
    firm: uuid('公用企业').measured(),
    /** Before what was said: a list shows it. Null while the firm waits for the applicant's own works. */
    dueAt: instant('承诺期限').orNull(),
    wish: prose('报装要求').orNull(),
    askedAt: instant('转办时间').measured(),
    askedBy: uuid('转办人'),
    answer: prose('接入方案').orNull(),
    answeredAt: instant('答复时间').orNull().measured(),
    answeredBy: uuid('答复人').orNull(),
    clock: json<Clock>('承诺时限'),
    /** Where it is shorter than the setting has it. */
    daysBecause: prose('承诺时限另定理由').orNull(),
    dueBecause: json<readonly Step[]>('承诺期限计算').orNull(),
    /** 用户侧施工: the applicant's own works, which the firm's promise does not count. */
    waitingSince: instant('等待用户起').orNull(),
    endedAt: instant('办结时间').orNull().measured(),
    endedBy: uuid('办结登记人').orNull(),
    isPromiseKept: flag('承诺时限内').orNull().measured(),
    workingDaysUsed: integer('用时（工作日）').orNull().measured(),
  },
  series: 'BZ',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.utility': 'firm',
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'caseId', 'firm', 'service'],
  searched: ['number', 'caseNumber', 'itemName'],
});
export type Connection = RowOf<typeof connection>;
