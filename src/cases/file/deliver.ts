import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find, opened, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { itemEdition } from '#catalogue/index.ts';
import { barredNeeds, refuseStillBarred } from '../bar/ask-again.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { handedOver } from './handed-over.ts';
import { fetchingNeeds, HandingFields, refuseStranger } from './receiver.ts';
import { sheets } from './sheet.ts';
import { sealFor, sealNeeds } from '../powers/powered.ts';
import { refuseGiven, refuseOver, refuseOtherEnd, ResultNumber, resultOf, ValidUntil } from './result.ts';
import { refuseConflict, refuseDecider } from './separation.ts';

type Own = { readonly row: Pick<CaseFile, 'id'> };
type Fetched = Own & { readonly input: { readonly mandate?: string | undefined } };
type Asked = { readonly row: Pick<CaseFile, 'itemEdition'> };
type Sealing = {
  readonly row: Pick<CaseFile, 'department'>;
  readonly input: { readonly resultNumber: string };
};
/** The cases of the department that have the number already. */
const sameNumber = rows(caseFile, ({ row, input }: Sealing) => ({
  department: row.department,
  resultNumber: input.resultNumber.trim(),
}));
const edition = find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition }));

/** 制证用章 — within ten days of the decision (行政许可法 44); not by the person who decided, where the item is separated. */
export const issue = action(caseFile, {
  name: 'issue',
  title: '制证用章',
  may: { 'cases.sealer': 'department' },
  from: ['granted'],
  to: ['issued'],
  input: Type.Object({
    resultNumber: ResultNumber(),
    seal: Type.Optional(
      Type.String({ title: '审批专用章（只有一枚时不填）', format: 'uuid', ref: 'approval-seal' }),
    ),
    validUntil: Type.Optional(ValidUntil()),
  }),
  needs: { ...barredNeeds, ...sealNeeds, sameNumber },
  decide({ caseFile: mine, input, by, now, ...given }) {
    refuseConflict(mine, by);
    refuseDecider(mine, by);
    refuseOver(mine, input.validUntil);
    refuseStillBarred({ ...given, caseFile: mine });
    refuseGiven(mine, given.sameNumber);
    refuseOtherEnd(mine, input.validUntil);
    const seal = sealFor(mine, input.seal, { ...given, now });
    return {
      state: 'issued',
      resultNumber: input.resultNumber.trim(),
      validUntil: input.validUntil ?? mine.validUntil,
      issuedAt: now,
      issuedBy: by.id,
      seal,
    };
  },
});

/** 一并送达 holds nothing back beyond the ten days after its own decision (行政许可法 44). */
const isLastDay = ({ issueDueAt }: Pick<CaseFile, 'issueDueAt'>, now: Instant): boolean =>
  issueDueAt !== null && dayOf(now) >= dayOf(issueDueAt);

/** 送达 — at one place, whoever decided: the counter with a signature, the post with its number, or electronically. */
export const deliver = action(caseFile, {
  name: 'deliver',
  title: '送达办结',
  about: '把结果交给申请人：窗口签收、邮寄单号或电子送达',
  may: { 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  from: ['granted', 'issued', 'refused'],
  to: ['completed'],
  input: Type.Object(HandingFields),
  needs: {
    edition,
    ...fetchingNeeds(({ row }: Fetched) => ({ id: row.id })),
    people: opened(caseFile, ({ row }: Own) => ({ id: row.id })),
    attached: sheets,
  },
  decide({ caseFile: mine, input, edition: held, by, now, ...given }) {
    refuseConflict(mine, by);
    const shown = refuseStranger([mine], { ...given, input, person: given.people[0], now });
    if (mine.awaitsOthers === true && !isLastDay(mine, now)) refuse('cases.deliver-together');
    const result = resultOf(held?.elements);
    if (mine.state === 'granted' && result !== null) refuse('cases.needs-result', { result });
    return handedOver(mine, { way: input.way, proof: input.proof, ...shown }, now);
  },
});
