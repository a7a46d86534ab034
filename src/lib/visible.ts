import { refuse } from './refusal.ts';

/** Control signs, and signs that nobody sees: they turn the writing round, join or part letters, or fill no room. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Signs that turn the direction of whatever follows them on the screen, and control signs that are no white space. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]|[\p{Cc}--[\t\n\v\f\r]]/v;

/** Whether text holds a sign that turns its direction, or a control sign. Pure. */
export const turnsText = (text: string): boolean => TURNING.test(text);

/** Refuses a name in which there is more than one sees: 「甲」 would stand beside another 「甲」, or read backwards. */
export function refuseHidden(name: string, path: string): void {
  if (HIDDEN.test(name))
    refuse('lib.shape', {}, { fields: [{ path, message: '含有看不见的字符或控制字符，请重新录入' }] });
}
