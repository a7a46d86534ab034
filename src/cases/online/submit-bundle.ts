import { Type } from 'typebox';
import type { Answers } from '#catalogue/index.ts';
import { action, create, type Write } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { bundleOf } from '../bundle/apply.ts';
import { bundle } from '../bundle/bundle.ts';
import { themeItems } from '../bundle/theme-items.ts';
import { theme } from '../bundle/theme.ts';
import { matterColumns, matterMeant } from '../file/matter.ts';
import type { Paper } from '../file/paper.ts';
import { signedFor } from '../tolerance/promise/promise.ts';
import { askedForBundle } from './asked-online.ts';
import { caseDraft } from './case-draft.ts';
import { heldResults } from './held-results.ts';
import {
  applying,
  ownCases,
  placeOf,
  refuseAgent,
  refuseUnsigning,
  sending,
  SIGNS_TOLERANCE,
  type Sent,
} from './sending.ts';
import { withFilesOfAll } from './shared-files.ts';
import { refuseIncomplete } from './submit.ts';

interface Signing {
  readonly input: { readonly signsTolerance?: boolean };
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/** Signed once, each case keeps what of it is its own. Pure. */
function signed(writes: readonly Write[], given: Signing): readonly Write[] {
  if (given.input.signsTolerance !== true) return writes;
  return writes.map((each) => {
    const { papers } = each.values as unknown as { readonly papers: readonly Paper[] };
    return { ...each, values: { ...each.values, tolerancePromise: signedFor(papers, given) } };
  });
}

/** 提交一件事 — every case of it at once, each paper handed in once; a second sending finds it sent. */
export const submitBundle = action(caseDraft, {
  name: 'submit-bundle',
  title: '提交一件事申请',
  about: '提交后各事项的办件同时成立，前序结果由系统转送；同一份草稿只能提交一次',
  may: { [APPLICANT]: 'applicant' },
  from: ['open'],
  to: ['submitted'],
  when: (row, now) => row.theme !== null && dayOf(now) <= row.expiresOn,
  input: Type.Object(SIGNS_TOLERANCE),
  needs: {
    ...sending,
    asked: find(theme, ({ row }: Sent) => ({ id: row.theme! })),
    items: holding(themeItems),
  },
  decide(given) {
    const { draft, asked, items, files, tree, now } = given;
    if (asked?.state !== 'published') return refuse('cases.no-theme');
    const codes = asked.items.map(({ code }) => code);
    refuseAgent(given, codes);
    refuseUnsigning(given, codes);
    const granted = heldResults(ownCases(given), dayOf(now));
    const answers: Answers = draft.answers;
    const asking = askedForBundle({ theme: asked, items, held: granted }, { answers, files: draft.files });
    refuseIncomplete(asking);
    const who = applying(given);
    const [row, ...writes] = bundleOf({
      ...given,
      input: {
        theme: asked.id,
        place: draft.place,
        channel: 'online',
        applicant: { kind: 'person', name: who.applicantName.plain },
        answers: asking.answers,
        papers: asking.papers.filter(({ standing }) => standing === 'here').map(({ name }) => name),
      },
      asked,
      items,
      granted,
      place: placeOf(tree, draft.place),
    });
    const set = {
      ...who,
      ...matterColumns(matterMeant(undefined, draft, given.said[0]), who),
      receivedBy: null,
    };
    return [
      { state: 'submitted', bundle: row.id, phone: null, matterWhole: null },
      create(bundle, { ...row, ...who }),
      ...withFilesOfAll(signed(writes, given), {
        asking,
        files,
        drafted: draft.files,
        who: set,
        id: given.id,
      }),
    ];
  },
});
