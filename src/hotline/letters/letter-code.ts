import { secret, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import type { Suite } from '#lib/suite.ts';

/**
 * 查询码 — shown when a letter is sent, or read out to who telephones: what its writer alone knows, also where there is no
 * phone to ask for. Kept as a keyed digest; of one that is read out only that it was: it follows from the order.
 */
export const letterCode = noun({
  name: 'letter-code',
  as: 'code',
  path: 'letter-codes',
  title: '来信查询码',
  states: { issued: '有效' },
  columns: { orderId: uuid('工单'), code: secret('查询码').orNull() },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  see: {},
});

/** Without letters that are mistaken for another when read from a screen; 32 of them, five bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

type Keyed = Pick<Suite, 'fingerprint'>;
function drawn(suite: Keyed, from: string): string {
  const bytes = Buffer.from(suite.fingerprint(from), 'base64url');
  return Array.from(bytes.subarray(0, 8), (byte) => LETTERS.charAt(byte & 31)).join('');
}
/** The code a form gets, `K7Q29XDM`: always the same for one form, so that a double click shows one code. */
export const codeOf = (suite: Keyed, formKey: string): string => drawn(suite, `letter-code\n${formKey}`);
/** The code of an order that was told to its caller. */
export const spokenCode = (suite: Keyed, orderId: string): string => drawn(suite, `spoken-code\n${orderId}`);

/** What is kept of a code. Case and dashes are forgiven. */
export const codeDigest = (suite: Keyed, code: string): string =>
  suite.fingerprint(`letter-code-digest\n${code.replace(/[\s-]/g, '').toUpperCase()}`);
