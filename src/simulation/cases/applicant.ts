import { isCreditCode } from '#lib/credit-code.ts';
import { isResidentId } from '#lib/resident-id.ts';
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

/** A number of the right form with the right check character, of somebody born when nobody alive was. */
function inventedResidentId(by: Chance): string {
  const born = `${by.whole(1800, 1899)}${two(by.whole(1, 12))}${two(by.whole(1, 28))}`;
  const body = `430611${born}${String(by.whole(1, 999)).padStart(3, '0')}`;
  return body + [...'0123456789X'].find((each) => isResidentId(body + each))!; // One of the eleven always is.
}
const two = (part: number): string => String(part).padStart(2, '0');

/** What the fate of a case says of who applies: only who is believed on their word shows a document. */
interface Who {
  readonly isFirm: boolean;
  readonly acceptance: string;
}
/** Somebody, or a firm of this district. */
export function inventedApplicant({ isFirm, acceptance }: Who, districtName: string, by: Chance): Input {
  const name = inventedName(by);
  const phone = inventedPhone(by);
  if (!isFirm) {
    const isBelieved = acceptance === 'tolerant' || acceptance === 'committed';
    return isBelieved ? { name, phone, idNumber: inventedResidentId(by) } : { name, phone };
  }
  return {
    kind: 'firm',
    name: `${districtName}${name.slice(1)}${by.pick(sayings.firms)}`,
    creditCode: inventedCreditCode(by),
    phone,
  };
}
