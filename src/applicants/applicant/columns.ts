import { isCreditCode } from '#lib/credit-code.ts';
import { refuse } from '#lib/refusal.ts';
import { isResidentId } from '#lib/resident-id.ts';
import type { Instant } from '#lib/time.ts';
import type { IdentityKind, Level, Verification } from '../words.ts';

/** As it is written on the document: no spaces, large letters, no full-width signs. */
const tidied = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const faultAt = (path: string, message: string) => ({ fields: [{ path, message }] });

const OTHERS = /^[0-9A-Z()-]{5,30}$/;
const isNumberOf = (kind: IdentityKind, number: string): boolean =>
  kind === 'resident' ? isResidentId(number) : OTHERS.test(number);

/** A document's number, tidied; refuses one that cannot be right, at the field that named it. */
export function checkedIdentity(
  kind: IdentityKind,
  said: string,
  path = 'identity',
): { readonly plain: string } {
  const number = tidied(said);
  if (!isNumberOf(kind, number))
    refuse(
      'applicants.identity-number',
      {},
      faultAt(path, kind === 'resident' ? '校验位或出生日期不对' : '格式不对'),
    );
  return { plain: number };
}

/** A firm's code, tidied; refuses one whose check character is wrong. */
export function checkedCreditCode(said: string): string {
  const code = tidied(said);
  if (!isCreditCode(code))
    refuse('applicants.credit-code', {}, faultAt('creditCode', '应为 18 位，且校验位正确'));
  return code;
}

/** What stands on a row once a document was seen at a counter, or was not. */
export const counterVerification = (
  isDocumentSeen: boolean,
  now: Instant,
): { readonly verifiedBy: Verification; readonly verifiedAt: Instant | null; readonly level: Level } =>
  isDocumentSeen
    ? { verifiedBy: 'counter', verifiedAt: now, level: 'high' }
    : { verifiedBy: 'none', verifiedAt: null, level: 'none' };

/** Something personal that may be left out; null then. */
export const sealedOrNull = (plain: string | undefined): { readonly plain: string } | null =>
  plain === undefined ? null : { plain };
