import { Type } from 'typebox';
import { mandate } from '#applicants/index.ts';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { APPLICANT } from '#people/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { givenUp, leavingNeeds, STILL_OPEN } from '../file/end.ts';
import { Reason } from '../file/fields.ts';
import { refuseUnmandated } from './mandated.ts';

type Asked = { readonly row: CaseFile; readonly by: { readonly id: string } };
/** The mandates that the applicant of a case gave to who asks. */
const mandatesFor = rows(mandate, ({ row, by }: Asked) => ({
  principal: row.applicant!, // Null finds nothing.
  agent: by.id,
}));

/** 受托人撤回 — for the applicant, by who holds a mandate to withdraw for this item today. */
export const withdrawFor = action(caseFile, {
  name: 'withdraw-for',
  title: '受托人撤回',
  about: '凭载明可以撤回申请的有效委托；委托撤销、辞去、到期后不能再代为撤回',
  hidden: true,
  // Whose case it is stands in no column of theirs: the mandate is asked for in `decide`.
  may: { [APPLICANT]: 'anyone' },
  from: [...STILL_OPEN],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason('撤回原因') }),
  needs: { ...leavingNeeds, mandates: mandatesFor },
  decide({ mandates, by, ...given }) {
    refuseUnmandated(mandates, given.caseFile, { agent: by.id, act: 'withdraw', now: given.now });
    return givenUp(given);
  },
});
