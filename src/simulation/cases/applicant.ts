import { isCreditCode } from '#lib/credit-code.ts';
import type { Chance } from '../chance.ts';
import { inventedName, inventedPhone } from '../hotline/names.ts';
import type { Input } from '../run/thread.ts';
import sayings from './sayings.json' with { type: 'json' };

/* Applicants that the program invents: nobody's name, a phone of a block nobody has, codes of a serial nobody was given. */

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
/** A code of the right form with the right check character, its serial begun with noughts. */
function inventedCreditCode(by: Chance): string {
  for (;;) {
    const body = `92430611${String(by.whole(1, 99_999)).padStart(9, '0')}`;
    const check = CHARACTERS.find((each) => isCreditCode(body + each));
    if (check !== undefined) return body + check;
  }
}

/** Somebody, or a firm of this district. */
export function inventedApplicant(isFirm: boolean, districtName: string, by: Chance): Input {
  const name = inventedName(by);
  const phone = inventedPhone(by);
  if (!isFirm) return { name, phone };
  return {
    kind: 'firm',
    name: `${districtName}${name.slice(1)}${by.pick(sayings.firms)}`,
    creditCode: inventedCreditCode(by),
    phone,
  };
}
