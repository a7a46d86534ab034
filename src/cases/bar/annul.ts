import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { applicationBar, type ApplicationBar } from './application-bar.ts';

const MAY = {
  'cases.decider': 'department',
  'cases.head': 'department',
  'applicants.credit-keeper': 'anyone',
} as const;
const STANDING = ['barred', 'over'] as const;

/** 提出撤销 — the decision behind it was taken back or overturned; nothing changes until a second person agrees. */
export const askAnnul = action(applicationBar, {
  name: 'ask-annul',
  title: '提出撤销限制',
  about: '作出决定的机关自行撤销、复议或者诉讼改变了决定的，写明文书；须由另一人复核',
  may: MAY,
  from: STANDING,
  to: STANDING,
  input: Type.Object({
    basis: Type.String({ title: '撤销依据（文书名称和文号）', minLength: 4, maxLength: 300, pattern: '\\S' }),
  }),
  decide({ bar: mine, input, by, now }) {
    if (mine.askedAnnul !== null) refuse('cases.annul-asked');
    return { state: mine.state, askedAnnul: { by: by.id, at: now, basis: input.basis.trim() } };
  },
});

type Asked = { readonly row: Pick<ApplicationBar, 'caseId'> };
/** 复核撤销 — by another person: the bar is as if it had never been, on its case too, and stays on record. */
export const annulBar = action(applicationBar, {
  name: 'annul',
  title: '复核撤销限制',
  may: MAY,
  from: STANDING,
  to: ['annulled'],
  input: Type.Object({ reason: Reason('复核意见') }),
  needs: { file: find(caseFile, ({ row }: Asked) => ({ id: row.caseId })) },
  decide({ bar: mine, file, input, by, now }) {
    const { askedAnnul: asked } = mine;
    if (asked === null) return refuse('cases.annul-not-asked');
    if (asked.by === by.id) refuse('cases.same-person', { first: '提出撤销的人', second: '复核人' });
    const annulled = {
      state: 'annulled',
      annulledAt: now,
      annulledBy: by.id,
      annulledBecause: `${asked.basis}；${input.reason}`,
    } as const;
    return [annulled, change(caseFile, file!, { badFaith: null, barredUntil: null })]; // Cases are never removed.
  },
});

/** 不予撤销 — by another person or whoever asked by mistake: it stands. */
export const keepBar = action(applicationBar, {
  name: 'keep',
  title: '不予撤销限制',
  may: MAY,
  from: STANDING,
  to: STANDING,
  input: Type.Object({}),
  when: (row) => row.askedAnnul !== null,
  decide: ({ bar: mine }) => ({ state: mine.state, askedAnnul: null }),
});
