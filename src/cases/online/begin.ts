import { Type } from 'typebox';
import { mandate } from '#applicants/index.ts';
import { item } from '#catalogue/index.ts';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { getOffered } from '../file/apply.ts';
import { Answers, ItemCode } from '../file/fields.ts';
import { refuseUncovered } from './acting-for.ts';
import { caseDraft } from './case-draft.ts';

/** 天: so long an application may lie half filled in. */
const KEPT_DAYS = 30;
/** Every table finds nothing under it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Asked = { readonly input: { readonly item: string; readonly mandate?: string } };

/** 填写申请 — by whoever signed in with a real name, for themselves or, under a mandate, for who gave it. */
export const beginDraft = birth(caseDraft, {
  name: 'begin',
  title: '填写网上申请',
  about: '可以网上办理的事项；草稿保留三十天，提交后成为办件',
  may: { [APPLICANT]: 'applicant' },
  to: ['open'],
  input: Type.Object({
    item: ItemCode,
    mandate: Type.Optional(Type.String({ title: '委托书', format: 'uuid', ref: 'mandate' })),
    answers: Type.Optional(Answers),
  }),
  needs: {
    found: find(item, ({ input }: Asked) => ({ number: input.item.trim() })),
    given: find(mandate, ({ input }: Asked) => ({ id: input.mandate ?? NOBODY })),
  },
  decide({ input, found, given, by, now }) {
    const offered = getOffered(found, input.item);
    if (offered.isOnline !== true) refuse('cases.not-online', { item: offered.name });
    const isForAnother = input.mandate !== undefined;
    if (isForAnother) refuseUncovered(given, { agent: by.id, item: offered.number, act: 'apply', now });
    return {
      state: 'open',
      item: offered.id,
      itemCode: offered.number,
      itemName: offered.name,
      place: offered.place,
      applicant: by.id,
      principal: isForAnother ? given!.principal : null,
      mandate: input.mandate ?? null,
      answers: input.answers ?? {},
      isCommitted: false,
      files: [],
      expiresOn: addDays(dayOf(now), KEPT_DAYS),
    };
  },
});
