import { item } from '#catalogue/index.ts';
import { action, create } from '#lib/action/action.ts';
import { alikeTo, find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { applicationBar } from '../bar/application-bar.ts';
import { getOffered, takenIn } from '../file/apply.ts';
import { caseFile } from '../file/case-file.ts';
import { matterColumns, matterMeant } from '../file/matter.ts';
import { standingAt } from '../file/place.ts';
import type { Paper } from '../file/paper.ts';
import { askedOnline } from '../online/asked-online.ts';
import { caseDraft, type CaseDraft } from '../online/case-draft.ts';
import { heldResults } from '../online/held-results.ts';
import { applying, moved, ownCases, refuseAgent, sending, type Sent } from '../online/sending.ts';
import { isReached, refuseShut, TakingIn } from './taking-in.ts';

type Applying = Parameters<typeof applying>[0];
/** Who applies: whoever is on record, or whom the clerk took down. */
function whoApplies(given: Applying) {
  const { draft, said } = given;
  if (draft.applicant !== null) return applying(given);
  const own = said[0] ?? {};
  const sealed = (text: string | null | undefined) => (text ? { plain: text } : null);
  return {
    applicant: null,
    applicantKind: draft.applicantKind ?? 'person',
    applicantName: { plain: own['applicantName'] ?? '' },
    applicantId: sealed(own['applicantId']),
    creditCode: draft.creditCode,
    phone: sealed(own['phone']),
    mandate: null,
    isOnBehalf: null,
    agentName: null,
  } as const;
}

/** The files that came with the draft, at their papers. */
const withFiles = (papers: readonly Paper[], { files }: CaseDraft): readonly Paper[] =>
  papers.map((paper) =>
    paper.state === 'present'
      ? { ...paper, document: files.find((each) => each.paper === paper.name)?.attachment ?? null }
      : paper,
  );

/** Nothing of who applies stays with the draft. */
const FORGOTTEN = { phone: null, matterWhole: null, applicantName: null, applicantId: null } as const;

/** 凭码收件 — the draft becomes the case at this counter, once; a second time is told its number. */
export const takeIn = action(caseDraft, {
  name: 'take-in',
  title: '凭提取码收件',
  about: '草稿成为本窗口收件的办件；同一份草稿只能成为一件',
  // The draft may lie with the whole district: the place of the case is asked for in `decide`.
  may: { 'cases.clerk': 'anyone' },
  from: ['open', 'submitted'],
  to: ['submitted'],
  input: TakingIn,
  needs: {
    ...sending,
    place: standingAt,
    found: find(item, ({ row }: Sent) => ({ id: row.item! })), // Null finds nothing.
    /** Of whom a clerk took down. */
    ownDocument: alikeTo([caseFile, 'applicantId'], [caseDraft, 'applicantId'], ({ row }: Sent) => ({
      id: row.id,
    })),
    ownCode: alikeTo([caseFile, 'creditCode'], [caseDraft, 'creditCode'], ({ row }: Sent) => ({
      id: row.id,
    })),
    ownBars: alikeTo([applicationBar, 'identity'], [caseDraft, 'applicantId'], ({ row }: Sent) => ({
      id: row.id,
    })),
    ownFirmBars: alikeTo([applicationBar, 'creditCode'], [caseDraft, 'creditCode'], ({ row }: Sent) => ({
      id: row.id,
    })),
    became: find(caseFile, ({ row }: Sent) => ({ id: row.caseFile! })),
  },
  decide(given) {
    const { draft, input, found, became, ownDocument, ownCode, files, by, now } = given;
    if (draft.item === null) refuse('cases.draft-unknown');
    refuseShut(draft, became?.number, {
      code: input.code,
      isReached: isReached(given),
      today: dayOf(now),
    });
    const offered = getOffered(found, draft.itemCode);
    refuseAgent({ ...given, by: { id: draft.applicant ?? by.id } }, [offered.number]);
    const who = whoApplies(given);
    const own = [...ownCases(given), ...ownDocument, ...ownCode];
    const held = heldResults(own, dayOf(now));
    const answers = input.answers ?? draft.answers;
    const uploaded = askedOnline({
      elements: offered.elements,
      answers,
      held,
      isCommitted: false,
      files: draft.files,
    }).papers.filter(({ standing }) => standing === 'here');
    const papers = new Set([...uploaded.map(({ name }) => name), ...(input.papers ?? [])]);
    const { code: _, ...said } = input;
    const row = takenIn({
      ...given,
      input: {
        ...said,
        item: draft.itemCode,
        channel: 'window',
        applicant: { kind: 'person', name: who.applicantName.plain },
        answers,
        papers: [...papers],
        ...(draft.renews === null ? {} : { renews: draft.renews }),
      },
      bars: [...given.bars, ...given.ownBars],
      firmBars: [...given.firmBars, ...given.ownFirmBars],
      renewing: { formers: own, renewals: given.renewals },
      offered,
      named: null,
      held,
    });
    const id = given.id(0);
    return [
      { state: 'submitted', caseFile: id, ...FORGOTTEN },
      create(caseFile, {
        ...row,
        ...who,
        id,
        state: 'received',
        ...matterColumns(matterMeant(input.matter, draft, given.said[0]), who),
        papers: withFiles(row.papers, draft),
      }),
      ...moved({ files, drafted: draft.files }, () => id),
    ];
  },
});
