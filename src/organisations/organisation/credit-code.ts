import { Type } from 'typebox';
import { CREDIT_CODE, isCreditCode } from '#lib/credit-code.ts';
import { refuse } from '#lib/refusal.ts';

export const CreditCode = Type.String({ title: '统一社会信用代码', pattern: `^${CREDIT_CODE}$` });

export function refuseWrongCode(code: string | undefined): void {
  if (code !== undefined && !isCreditCode(code))
    refuse(
      'organisations.credit-code',
      {},
      { fields: [{ path: 'creditCode', message: '校验位不对，请逐位核对' }] },
    );
}
