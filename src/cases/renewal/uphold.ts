import type { Action } from '#lib/action/action.ts';
import { askedIf, find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';
import { deemRenewed } from './deem-renewed.ts';
import { stands } from './former.ts';

type Renewing = Pick<CaseFile, 'state' | 'renews' | 'isRenewalInTime'>;
const mayBeDeemed = ({ renews, isRenewalInTime, state }: Renewing): boolean =>
  renews !== null && isRenewalInTime === true && UNDECIDED.some((each) => each === state);

type Asked = { readonly row: Renewing };
const formerOf = askedIf(
  ({ row }: Asked) => mayBeDeemed(row),
  find(caseFile, ({ row }: Asked) => ({ id: row.renews! })),
  null,
);

interface Given {
  readonly caseFile: CaseFile;
  readonly renewedFormer: CaseFile | null;
  readonly now: Instant;
}
/** Refuses what comes after the end of a result whose renewal was asked for in time: the law has granted it (行政许可法 50). Pure. */
function refuseRenewed({ caseFile: mine, renewedFormer: former, now }: Given): void {
  if (!former || !mayBeDeemed(mine) || !stands(former) || former.validUntil === null) return;
  if (dayOf(now) > former.validUntil) refuse('cases.renewed-by-law', { until: formatDay(former.validUntil) });
}

/**
 * 视为准予延续 holds from the first moment after the end, whenever the program writes it down: nothing that may not be done to a
 * granted case is done to one that the law has granted. Left is what may be done after a decision too, a declared interest or a look.
 */
export function upholdingRenewal(action: Action): Action {
  const { noun, from, name, decide } = action;
  const isBefore =
    from !== null && UNDECIDED.some((each) => from.includes(each)) && !from.includes('granted');
  if (noun !== caseFile || !isBefore || name === deemRenewed.name) return action;
  return {
    ...action,
    needs: { ...action.needs, renewedFormer: formerOf },
    decide: (given: never): unknown => {
      refuseRenewed(given as Given);
      return decide(given);
    },
  };
}
