import { Type } from 'typebox';
import { calendarNow } from '#calendar/index.ts';
import { itemEdition } from '#catalogue/index.ts';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { performAll } from '#lib/perform-all.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { renewalRules } from './rules.ts';
import { aheadOf, lastDayToAsk } from './terms.ts';

const PER_ROUND = 500;
const STATES = ['granted', 'issued', 'completed'] as const;
type Asked = { readonly row: Pick<CaseFile, 'itemEdition'> };

/** 登记延续申请最后一日 — of a result that ends: by its item or the rule of the place, whenever its end is new. */
export const noteRenewBy = action(caseFile, {
  name: 'note-renew-by',
  title: '登记延续申请最后一日',
  about: '有有效期的结果，由系统按规则算出最迟哪一天申请延续；有效期更正后重算',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: STATES,
  to: STATES,
  input: Type.Object({}),
  needs: {
    edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
    calendar: calendarNow,
    rules: settingNow(renewalRules),
  },
  when: (row) => row.validUntil !== null && row.renewBy === null && row.outcome === 'granted',
  decide: ({ caseFile: mine, edition, calendar, rules }) => ({
    state: mine.state,
    renewBy: lastDayToAsk(mine.validUntil!, aheadOf(edition?.elements ?? {}, rules), calendar), // `when` has seen to it.
  }),
});

export async function noteRenewByRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id from case_file where valid_until is not null and renew_by is null and outcome = 'granted'
          and state in ('granted', 'issued', 'completed') order by id limit ${PER_ROUND}`,
      [],
    );
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, noteRenewBy, wishes)) === PER_ROUND;
  }
}
