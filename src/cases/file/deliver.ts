import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day } from '#lib/time.ts';
import { itemEdition, type Elements } from '#catalogue/index.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { DeliveryWayField } from './fields.ts';
import { sealFor, sealNeeds } from '../powers/powered.ts';
import { refuseConflict, refuseDecider } from './separation.ts';

type Asked = { readonly row: Pick<CaseFile, 'itemEdition'> };
const edition = find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition }));

/** The paper that an item ends in, or null when its decision is all there is. */
export const resultOf = (elements: Elements | undefined): string | null =>
  elements?.resultType === undefined || elements.resultType === 'none'
    ? null
    : (elements.resultName ?? '审批结果');

/** Refuses a result that would be over on the day of its decision, or before. */
function refuseOver({ decidedAt }: Pick<CaseFile, 'decidedAt'>, until: Day | undefined): void {
  if (until === undefined || decidedAt === null || until > dayOf(decidedAt)) return;
  const fields = [{ path: 'validUntil', message: '应在决定日期之后' }];
  const facts = { until: formatDay(until), decided: formatDay(dayOf(decidedAt)) };
  refuse('cases.valid-before', facts, { fields });
}

/** 制证用章 — within ten days of the decision (行政许可法 44); not by the person who decided, where the item is separated. */
export const issue = action(caseFile, {
  name: 'issue',
  title: '制证用章',
  may: { 'cases.sealer': 'department' },
  from: ['granted'],
  to: ['issued'],
  input: Type.Object({
    resultNumber: Type.String({ title: '结果文书号', minLength: 2, maxLength: 60, pattern: '\\S' }),
    seal: Type.Optional(
      Type.String({ title: '审批专用章（只有一枚时不填）', format: 'uuid', ref: 'approval-seal' }),
    ),
    validUntil: Type.Optional(Type.Unsafe<Day>(Type.String({ title: '有效期至', format: 'date' }))),
  }),
  needs: sealNeeds,
  decide({ caseFile: mine, input, by, now, ...given }) {
    refuseConflict(mine, by);
    refuseDecider(mine, by);
    refuseOver(mine, input.validUntil);
    const seal = sealFor(mine, input.seal, { ...given, now });
    return {
      state: 'issued',
      resultNumber: input.resultNumber.trim(),
      validUntil: input.validUntil ?? null,
      issuedAt: now,
      issuedBy: by.id,
      seal,
    };
  },
});

/** 送达 — at one place, whoever decided: the counter with a signature, the post with its number, or electronically. */
export const deliver = action(caseFile, {
  name: 'deliver',
  title: '送达办结',
  about: '把结果交给申请人：窗口签收、邮寄单号或电子送达',
  may: { 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  from: ['granted', 'issued', 'refused'],
  to: ['completed'],
  input: Type.Object({
    way: DeliveryWayField,
    proof: Type.String({ title: '签收人或单号', minLength: 1, maxLength: 120, pattern: '\\S' }),
  }),
  needs: { edition },
  decide({ caseFile: mine, input, edition: held, by, now }) {
    refuseConflict(mine, by);
    if (mine.awaitsOthers === true) refuse('cases.deliver-together');
    const result = resultOf(held?.elements);
    if (mine.state === 'granted' && result !== null) refuse('cases.needs-result', { result });
    return {
      state: 'completed',
      delivery: { way: input.way, proof: input.proof.trim(), at: now },
      completedAt: now,
      endedAt: now,
    };
  },
});
