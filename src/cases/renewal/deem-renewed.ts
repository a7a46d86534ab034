import { Type } from 'typebox';
import { courseOf, itemEdition } from '#catalogue/index.ts';
import { action, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, startOfDay, type Day } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { tookUntil, workingTerm } from '../clocks.ts';
import { checkTerm } from '../commitment/promised.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { ENDED, leavingNeeds, letGo } from '../file/end.ts';
import { caseRules } from '../rules.ts';
import { UNDECIDED } from '../words.ts';
import { stands } from './former.ts';
import { noteRenewByRound } from './renew-by.ts';
import { renewedUntil } from './terms.ts';

const PER_ROUND = 500;
type Asked = { readonly row: Pick<CaseFile, 'renews' | 'itemEdition'> };

/**
 * 视为准予延续 — asked for in time, and nobody decided before the result ended: it is renewed by itself with the first moment after its end, for
 * as long again (行政许可法 50). The body decided nothing, so it is late by both clocks; what hung on the case is let go; the paper follows within the
 * days of article 44.
 */
export const deemRenewed = action(caseFile, {
  name: 'deem-renewed',
  title: '视为准予延续',
  about:
    '在法定期限内申请延续，有效期届满前没有作出决定的，自届满之日起视为准予延续，由系统登记（行政许可法50）',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: UNDECIDED,
  to: ['granted'],
  input: Type.Object({}),
  needs: {
    ...leavingNeeds,
    former: find(caseFile, ({ row }: Asked) => ({ id: row.renews! })), // Null finds nothing.
    edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
    rules: settingNow(caseRules),
  },
  when: (row) => row.renews !== null && row.isRenewalInTime === true,
  decide({ caseFile: mine, former, edition, rules, calendar, now, ...hanging }) {
    if (!former || !stands(former) || former.validUntil === null || dayOf(now) <= former.validUntil)
      return refuse('cases.former-holds');
    const until = renewedUntil(former);
    const at = startOfDay(addDays(former.validUntil, 1));
    const toIssue = workingTerm(at, rules.issueWithinDays, calendar);
    const within = courseOf(edition?.elements ?? {}).commitment?.checkWithin ?? rules.promisedCheckDays;
    const { workingDaysUsed } = tookUntil(
      at,
      { ...mine, legalClock: mine.legalClock!, promisedClock: mine.promisedClock! },
      calendar,
    );
    return [
      {
        state: 'granted',
        outcome: 'granted',
        ...ENDED,
        decidedAt: at,
        deemedRenewedAt: at,
        renewalEndsOn: former.validUntil,
        validUntil: until,
        renewBy: null,
        issueClock: toIssue.clock,
        issueDueAt: toIssue.dueAt,
        isOnTime: false,
        isPromiseKept: false,
        workingDaysUsed,
        ...(mine.acceptance === 'committed' ? checkTerm(at, within, calendar) : {}),
      },
      // The holder has a licence without a gap before the new paper is there.
      change(caseFile, former, { validUntil: until, renewBy: null }),
      ...letGo({ ...hanging, now }, [mine.id]),
    ];
  },
});

/** Renews whatever was asked for in time and not decided before its end, at the first moment after it. */
export async function renewRound(app: App): Promise<void> {
  await noteRenewByRound(app);
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select c.id, f.valid_until::text as until from case_file c join case_file f on f.id = c.renews
        where c.is_renewal_in_time and c.state in ('accepted', 'suspended')
          and f.valid_until < $1::date and f.outcome = 'granted' and f.state <> 'revoked'
        order by c.id limit ${PER_ROUND}`,
      [dayOf(app.now())],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: {},
      at: startOfDay(addDays(each['until'] as Day, 1)),
    }));
    isFull = (await performAll(app, deemRenewed, wishes)) === PER_ROUND;
  }
}
export const renewLoop: Loop = { name: 'cases.renewals', everyMs: 60_000, run: renewRound };
