import { isCreditCode } from '#lib/credit-code.ts';
import { NATIONAL_DIGITS, type ItemType } from '../codes/types.ts';

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
/** 机构编制，机关，君山区: the beginning of a code of this district's bodies. */
const REGISTER = '11430611';

/** 示例主体代码 — of the right form and with the right check character, and nobody's: a serial far from any given out. */
export function exampleBodyCode(serial: number): string {
  for (let number = serial; ; number += 1000) {
    const body = REGISTER + String(number).padStart(9, '0');
    const check = CHARACTERS.find((each) => isCreditCode(body + each));
    if (check !== undefined) return body + check;
  }
}

/** 示例基本编码 — Hunan's catalogue, the type's digits and a serial of this list. */
export const exampleBasicCode = (type: ItemType, serial: number): string =>
  `43${NATIONAL_DIGITS[type]}${String(19_000 + serial).padStart(5, '0')}000`;
