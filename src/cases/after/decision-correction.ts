import { day, flag, instant, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { caseFile } from '../file/case-file.ts';

/** 决定更正 — of what a decision says, never of what it decides: proposed by one person, made by another. */
export const decisionCorrection = noun({
  name: 'decision-correction',
  as: 'correction',
  path: 'decision-corrections',
  title: '决定更正',
  states: { proposed: '待复核', made: '已更正', dropped: '不予更正' },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    department: uuid('审批部门').measured(),
    place: text('受理地').measured(),
    reason: prose('更正理由'),
    /** What it shall say; null where that stays as it is. */
    resultNumber: text('更正后的文书号').orNull(),
    validUntil: day('更正后的有效期').orNull(),
    decisionText: prose('更正后的决定文字').orNull(),
    /** Whether what stood before is kept below; not of corrections from before that was. */
    keepsBefore: flag('留有更正前内容').orNull(),
    numberBefore: text('更正前的文书号').orNull(),
    validUntilBefore: day('更正前的有效期').orNull(),
    textBefore: prose('更正前的决定文字').orNull(),
    proposedAt: instant('提出时间').measured(),
    proposedBy: uuid('提出人'),
    settledAt: instant('复核时间').orNull().measured(),
    settledBy: uuid('复核人').orNull(),
  },
  series: 'GZ',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.sealer': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
  },
  filters: ['state', 'caseId', 'department'],
  searched: ['caseNumber', 'itemName'],
});
export type DecisionCorrection = RowOf<typeof decisionCorrection>;
