import { Type } from 'typebox';
import { mandate, type Mandate } from '#applicants/index.ts';
import { item } from '#catalogue/index.ts';
import { birth } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, type Instant } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { themeItems } from '../bundle/theme-items.ts';
import { theme } from '../bundle/theme.ts';
import { ApplicationFields } from '../file/application-fields.ts';
import { getOffered } from '../file/apply.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Answers, ItemCode } from '../file/fields.ts';
import { freshCode } from '../counter/code.ts';
import { refuseStray } from '../file/so-booked.ts';
import { refuseUncovered } from './acting-for.ts';
import { caseDraft } from './case-draft.ts';

/** 天: so long an application may lie half filled in. */
export const KEPT_DAYS = 30;
/** Every table finds nothing under it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const MandateField = Type.Optional(Type.String({ title: '委托书', format: 'uuid', ref: 'mandate' }));
type Under = { readonly input: { readonly mandate?: string } };
const given = find(mandate, ({ input }: Under) => ({ id: input.mandate ?? NOBODY }));
type Asked = { readonly input: { readonly item: string } };

/** What every draft begins with. */
const begun = (by: { readonly id: string }, now: Instant) => ({
  state: 'open' as const,
  applicant: by.id,
  answers: {},
  isCommitted: false,
  files: [],
  expiresOn: addDays(dayOf(now), KEPT_DAYS),
});

/** 填写申请 — by whoever signed in with a real name, for themselves or, under a mandate, for who gave it. */
export const beginDraft = birth(caseDraft, {
  name: 'begin',
  title: '填写网上申请',
  about: '可以网上办理的事项；草稿保留三十天，提交后成为办件',
  may: { [APPLICANT]: 'applicant' },
  to: ['open'],
  input: Type.Object({
    item: ItemCode,
    mandate: MandateField,
    answers: Type.Optional(Answers),
    renews: ApplicationFields.properties.renews,
  }),
  needs: {
    found: find(item, ({ input }: Asked) => ({ number: input.item.trim() })),
    given,
    code: freshCode,
  },
  decide({ input, found, given: paper, code, by, now }) {
    const offered = getOffered(found, input.item);
    if (offered.isOnline !== true) refuse('cases.not-online', { item: offered.name });
    refuseStray(input.answers ?? {}, offered.elements.situations);
    const isForAnother = input.mandate !== undefined;
    if (isForAnother) refuseUncovered(paper, { agent: by.id, item: offered.number, act: 'apply', now });
    return {
      ...begun(by, now),
      code,
      item: offered.id,
      itemCode: offered.number,
      itemName: offered.name,
      place: offered.place,
      principal: isForAnother ? paper!.principal : null,
      mandate: input.mandate ?? null,
      answers: input.answers ?? {},
      renews: input.renews?.trim() ?? null,
    };
  },
});

/** 填写一件事 — the same for several items at once; a mandate must cover each of them. */
export const beginBundleDraft = birth(caseDraft, {
  name: 'begin-bundle',
  title: '填写一件事申请',
  about: '一次填写、一套材料，提交后各事项的办件同时成立',
  may: { [APPLICANT]: 'applicant' },
  to: ['open'],
  input: Type.Object({
    theme: Type.String({ title: '一件事主题', format: 'uuid', ref: 'theme' }),
    mandate: MandateField,
  }),
  needs: {
    found: find(theme, ({ input }: { readonly input: { readonly theme: string } }) => ({ id: input.theme })),
    items: holding(themeItems),
    given,
    code: freshCode,
  },
  decide({ input, found, items, given: paper, code, by, now }) {
    if (found?.state !== 'published') return refuse('cases.no-theme');
    const isForAnother = input.mandate !== undefined;
    for (const { code: item } of isForAnother ? found.items : [])
      refuseUncovered(paper, { agent: by.id, item, act: 'apply', now });
    if (found.items.some((each) => items.get(each.code)?.state !== 'published')) refuse('cases.no-theme');
    return {
      ...begun(by, now),
      code,
      theme: found.id,
      itemCode: found.number,
      itemName: found.name,
      place: found.place,
      principal: isForAnother ? paper!.principal : null,
      mandate: input.mandate ?? null,
    };
  },
});

/** Whether somebody may hand in papers for a case: the applicant, or whom they gave a mandate that covers it today. */
function refuseStranger(
  mine: CaseFile,
  paper: Mandate | null,
  { by, now }: { by: { id: string }; now: Instant },
) {
  if (mine.applicant === by.id) return;
  if (paper === null || paper.principal !== mine.applicant || paper.agent !== by.id) refuse('lib.not-found');
  refuseUncovered(paper, { agent: by.id, item: mine.itemCode, act: 'supply', now });
}
const waitsFor = (mine: CaseFile): boolean =>
  mine.papers.some(({ state }) => state === 'missing' || state === 'outstanding');
const TAKES_PAPERS = new Set<CaseFile['state']>([
  'applied',
  'received',
  'correcting',
  'accepted',
  'suspended',
]);

/** 网上补交 — papers that were asked for or may follow, for a case that is there. */
export const beginSupply = birth(caseDraft, {
  name: 'begin-supply',
  title: '网上补交材料',
  about: '补正告知的、容缺后补的和尚未交的材料',
  may: { [APPLICANT]: 'applicant' },
  to: ['open'],
  input: Type.Object({
    case: Type.String({ title: '办件', format: 'uuid', ref: 'case-file' }),
    mandate: MandateField,
  }),
  needs: {
    found: find(caseFile, ({ input }: { readonly input: { readonly case: string } }) => ({ id: input.case })),
    given,
  },
  decide({ input, found, given: paper, by, now }) {
    if (!found) return refuse('lib.not-found');
    refuseStranger(found, paper, { by, now });
    if (!TAKES_PAPERS.has(found.state) || !waitsFor(found)) refuse('cases.nothing-to-supply');
    return {
      ...begun(by, now),
      item: found.item,
      supplies: found.id,
      itemCode: found.itemCode,
      itemName: found.itemName,
      place: found.place,
      principal: found.applicant === by.id ? null : found.applicant,
      mandate: input.mandate ?? null,
    };
  },
});
