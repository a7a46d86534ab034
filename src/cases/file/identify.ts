import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { alike } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { isResidentId, RESIDENT_ID } from '#lib/resident-id.ts';
import { applicationBar } from '../bar/application-bar.ts';
import { refuseBarred } from '../bar/refuse-barred.ts';
import { BEFORE_ACCEPTANCE, UNDECIDED } from '../words.ts';
import { caseFile } from './case-file.ts';

type Said = { readonly input: { readonly idNumber: string } };
/**
 * 补登证件号码 — of a person who came without their card, once it is seen: only then can their credit be looked up. What
 * stands there already is not changed.
 */
export const identify = action(caseFile, {
  name: 'identify',
  title: '补登证件号码',
  about: '收件时没有登记证件号码的自然人，核对证件原件后补登；登记以后才能容缺受理或告知承诺',
  may: { 'cases.clerk': 'place' },
  from: [...BEFORE_ACCEPTANCE, ...UNDECIDED],
  to: [...BEFORE_ACCEPTANCE, ...UNDECIDED],
  input: Type.Object({
    idNumber: Type.String({
      title: '身份证号码',
      pattern: `^${RESIDENT_ID}$`,
      wrong: '应为 18 位身份证号码',
      keep: 'never',
    }),
    isSeen: Type.Literal(true, { title: '已核对证件原件' }),
  }),
  needs: { bars: alike(applicationBar, 'identity', ({ input }: Said) => input.idNumber) },
  when: (row) => row.applicantKind === 'person' && row.applicantId === null && row.applicant === null,
  decide({ caseFile: mine, input, bars }) {
    if (!isResidentId(input.idNumber))
      refuse('cases.resident-id', {}, { fields: [{ path: 'idNumber', message: '校验位或出生日期不对' }] });
    // Whoever kept their number back at the counter is barred as anybody is, also once the law has accepted the case.
    refuseBarred(bars, { ...mine, at: mine.receivedAt });
    return { state: mine.state, applicantId: { plain: input.idNumber.toUpperCase() } };
  },
});
