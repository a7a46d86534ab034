import type { App } from '#lib/app.ts';
import { codeDigest, spokenCode } from './letter-code.ts';
import { isSame } from './ticket.ts';
import type { Lock } from './views/followed.ts';

/**
 * By what somebody shows that a letter is theirs. The last four digits open it to be read; to rate it, take it back or
 * read what must stay unknown takes the whole number or the code that was shown when it was sent.
 */
export const PROOFS = { digits: '电话后四位', phone: '完整电话号码', code: '查询码' } as const;
export type Proof = keyof typeof PROOFS;

/** What the secret proves, the strongest first; null for nothing. Does the same work whether or not there is a letter. */
export function proofOf({ suite }: Pick<App, 'suite'>, lock: Lock | undefined, secret: string): Proof | null {
  const spoken = codeDigest(suite, spokenCode(suite, lock?.id ?? ''));
  const byCode = isSame((lock?.isCodeSpoken ? spoken : lock?.code) ?? '', codeDigest(suite, secret));
  const byPhone = isSame(lock?.hash ?? '', suite.lookUp(secret, 'phone'));
  const byDigits = /^\d{4}$/.test(secret) && isSame(lock?.mask?.slice(-4) ?? '', secret);
  return byCode ? 'code' : byPhone ? 'phone' : byDigits ? 'digits' : null;
}

/**
 * Whether somebody of the staff has looked at the number of this letter: then it proves nothing any more, for a unit that
 * calls the writer knows it too.
 */
export async function isNumberShown(app: Pick<App, 'query'>, orderId: string): Promise<boolean> {
  const found = await app.query(
    `select 1 from ledger_entry
      where subject in (select $1::uuid union all select id from protected_caller where order_id = $1::uuid)
        and action = 'unmask' and details ->> 'field' in ('callerPhone', 'phone') limit 1`,
    [orderId],
  );
  return found.length > 0;
}
