import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { action } from '#lib/action/action.ts';
import { compare, divide, fraction, hundred, sum, times, toDecimal, zero } from '#lib/fraction.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { Amount, Note, Path, readPoints, Words } from '../fields.ts';
import { gradeOf } from '../rules/index.ts';
import { receivedReport, type BudgetResult } from './report.ts';
import '../refusals.ts';

/** 归口股室意见 — the section in charge of the department says what it makes of report and answers. */
export const opine = action(receivedReport, {
  name: 'opine',
  title: '出具归口股室意见',
  may: { 'finance.section': 'region' },
  from: ['received', 'answered'],
  to: ['opined'],
  input: Type.Object({ opinion: Words('意见', 5000) }),
  decide: ({ input }) => ({ state: 'opined', opinion: input.opinion }),
});

/** 抽查复核打分 — the office's own points, row by row; what it leaves out keeps the department's. */
export const rescore = action(receivedReport, {
  name: 'rescore',
  title: '抽查复核打分',
  may: { 'finance.reviewer': 'region' },
  from: ['opined'],
  to: ['scored'],
  when: (row) => row.audit.score !== null,
  input: Type.Object({
    scores: Type.Array(Type.Object({ path: Path, points: Amount('复核得分'), reason: Words('理由', 500) }), {
      title: '调整的得分',
      maxItems: 200,
    }),
  }),
  decide({ report, input }) {
    const { rows = [], full = '100' } = report.audit.score ?? {};
    const byPath = new Map(rows.map((row) => [row.path, row]));
    const faults = input.scores.flatMap(({ path, points }, n): FieldFault[] => {
      const [row, read] = [byPath.get(path), readPoints(points)];
      const isWithin = row && read && compare(read, zero) >= 0 && compare(read, fraction(row.full)) <= 0;
      return isWithin ? [] : [{ path: `scores.${n}.points`, message: '应在0和分值之间' }];
    });
    if (faults.length > 0) refuse('performance.beyond-full', {}, { fields: faults });
    const scores = Object.fromEntries(
      input.scores.map(({ path, points, reason }) => [
        path,
        { points: toDecimal(readPoints(points)!), reason },
      ]),
    );
    const total = sum(rows.map((row) => fraction(scores[row.path]?.points ?? row.claimed)));
    const grade = gradeOf(divide(times(total, hundred), fraction(full))) ?? null;
    return { state: 'scored', rescored: { scores, total: toDecimal(total), grade } };
  },
});

const results: Readonly<Record<BudgetResult, string>> = {
  keep: '下一年度预算不变',
  priority: '下一年度优先安排',
  reduce: '下一年度压减',
  adjust: '下一年度调整支出方向',
  cancel: '取消相关项目',
};

/** 结果应用 — what the result means for next year's budget; kept with the report. Source: 财预〔2020〕10号. */
export const applyResult = action(receivedReport, {
  name: 'apply-result',
  title: '登记结果应用',
  may: { 'finance.section': 'region' },
  from: ['opined', 'scored'],
  to: ['closed'],
  input: Type.Object({ result: oneOf(results, '结果应用'), note: Note('说明', 1000) }),
  decide: ({ input, now }) => ({
    state: 'closed',
    budgetResult: input.result,
    budgetNote: input.note,
    closedAt: now,
  }),
});
