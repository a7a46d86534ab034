import { Type } from 'typebox';
import { item, type Elements } from '#catalogue/index.ts';
import { action, create } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { getOffered, takenIn } from '../file/apply.ts';
import { caseFile } from '../file/case-file.ts';
import { matterColumns, matterMeant } from '../file/matter.ts';
import type { Paper } from '../file/paper.ts';
import { signedFor } from '../tolerance/promise/promise.ts';
import { askedOnline, type AskedOnline } from './asked-online.ts';
import { caseDraft, type CaseDraft } from './case-draft.ts';
import { heldResults } from './held-results.ts';
import {
  applying,
  moved,
  ownCases,
  placeOf,
  refuseAgent,
  refuseUnsigning,
  sending,
  SIGNS_TOLERANCE,
  type Sent,
} from './sending.ts';

/** Refuses what cannot be sent yet, with what lacks. */
export function refuseIncomplete({ open, lacking }: Pick<AskedOnline, 'open' | 'lacking'>): void {
  if (open.length > 0) refuse('cases.online-questions', { names: open.join('、') });
  if (lacking.length > 0) refuse('cases.online-papers', { names: lacking.join('、') });
}

interface Checking {
  readonly draft: CaseDraft;
  readonly elements: Elements;
  readonly own: Parameters<typeof heldResults>[0];
  readonly now: Instant;
}
/** Everything that must be there before it is sent; refuses with what is not. */
function complete({ draft, elements, own, now }: Checking) {
  const held = heldResults(own, dayOf(now));
  const asking = askedOnline({ elements, held, ...draft });
  refuseIncomplete(asking);
  return { ...asking, held };
}

const PROMISED = '申请人在网上选择告知承诺，已阅读承诺书全文';
type Completed = ReturnType<typeof complete>;
/** The papers of the case, with the files that were uploaded for each; a promised one waits for the office to accept it. */
function withFiles(papers: readonly Paper[], asking: Completed): readonly Paper[] {
  const byName = new Map(asking.papers.map((each) => [each.name, each]));
  return papers.map((paper) => {
    const asked = byName.get(paper.name);
    if (asked?.standing === 'promised') return { ...paper, because: PROMISED };
    return { ...paper, document: asked?.files[0] ?? null };
  });
}

/** A paper that a 告知承诺 stands for does not follow. */
const unpromised = (papers: readonly Paper[]): readonly Paper[] =>
  papers.filter(({ because }) => because !== PROMISED);

/** What a counter would have been told. */
const inputOf = ({ itemCode, place, renews }: CaseDraft, asking: Completed, name: string) => ({
  item: itemCode,
  place,
  channel: 'online' as const,
  applicant: { kind: 'person' as const, name },
  answers: asking.answers,
  ...(renews === null ? {} : { renews }),
  papers: asking.papers.filter(({ standing }) => standing === 'here').map((each) => each.name),
});

/**
 * 提交 — the draft becomes a case, once: a second sending finds it sent. The papers count from now; the clock of the
 * one notice runs (行政许可法 32), somebody of the office looks, and receives them or says what is missing.
 */
export const submitDraft = action(caseDraft, {
  name: 'submit',
  title: '提交申请',
  about: '提交后成为办件并取得编号；同一份草稿只能提交一次',
  may: { [APPLICANT]: 'applicant' },
  from: ['open'],
  to: ['submitted'],
  when: ({ item: of, supplies, expiresOn }, now) =>
    of !== null && supplies === null && dayOf(now) <= expiresOn,
  input: Type.Object(SIGNS_TOLERANCE),
  needs: { ...sending, found: find(item, ({ row }: Sent) => ({ id: row.item! })) }, // Null finds nothing.
  decide(given) {
    const { draft, found, files, tree } = given;
    const offered = getOffered(found, draft.itemCode);
    const own = ownCases(given);
    refuseAgent(given, [offered.number]);
    refuseUnsigning(given, [offered.number]);
    const asking = complete({ draft, elements: offered.elements, own, now: given.now });
    const who = applying(given);
    const input = inputOf(draft, asking, who.applicantName.plain);
    const place = placeOf(tree, draft.place);
    const { held } = asking;
    const renewing = { formers: own, renewals: given.renewals };
    const row = takenIn({ ...given, input, offered, place, named: null, held, renewing });
    const id = given.id(0);
    const papers = withFiles(row.papers, asking);
    return [
      { state: 'submitted', caseFile: id, phone: null, matterWhole: null },
      create(caseFile, {
        ...row,
        ...who,
        id,
        state: 'applied',
        receivedBy: null,
        ...matterColumns(matterMeant(undefined, draft, given.said[0]), who),
        papers,
        commitmentSigned: draft.isCommitted ? { at: given.now, by: given.by.id, sheet: null } : null,
        tolerancePromise: given.input.signsTolerance === true ? signedFor(unpromised(papers), given) : null,
      }),
      ...moved({ files, drafted: draft.files }, () => id),
    ];
  },
});
