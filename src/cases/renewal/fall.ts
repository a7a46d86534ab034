import { change, type Write } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { renewedUntil } from './terms.ts';

type Asked = { readonly row: Pick<CaseFile, 'renews'> };
/** The result that a case renewed itself from. */
export const formerNeeds = {
  former: find(caseFile, ({ row }: Asked) => ({ id: row.renews! })), // Null finds nothing.
};
interface Falling {
  readonly caseFile: CaseFile;
  readonly former: CaseFile | null;
}
/**
 * What a revocation takes from the former result: the days by which a deemed renewal had lengthened it, so that it ends when it was given to
 * end. An end that people corrected since is theirs and stays. Pure.
 */
export function lengtheningFalls({ caseFile: mine, former }: Falling): readonly Write[] {
  const { deemedRenewedAt, renewalEndsOn: own } = mine;
  if (!former || deemedRenewedAt === null || own === null) return [];
  if (former.validUntil !== renewedUntil({ ...former, validUntil: own })) return [];
  return [change(caseFile, former, { validUntil: own, renewBy: null })];
}
