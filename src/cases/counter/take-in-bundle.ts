import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { BundleFields, bundleOf } from '../bundle/apply.ts';
import { bundle } from '../bundle/bundle.ts';
import { questionsOf } from '../bundle/questions.ts';
import { themeItems } from '../bundle/theme-items.ts';
import { theme } from '../bundle/theme.ts';
import { matterColumns, matterMeant } from '../file/matter.ts';
import { standingAt } from '../file/place.ts';
import { refuseStray } from '../file/so-booked.ts';
import { askedForBundle } from '../online/asked-online.ts';
import { caseDraft } from '../online/case-draft.ts';
import { heldResults } from '../online/held-results.ts';
import { applying, ownCases, refuseAgent, sending, type Sent } from '../online/sending.ts';
import { withFilesOfAll } from '../online/shared-files.ts';
import { isReached, refuseShut, TakingIn } from './taking-in.ts';

const { isTogether } = BundleFields.properties;

/** 凭码收一件事 — the draft of one thing becomes its cases at this counter, once; a second time is told the number. */
export const takeInBundle = action(caseDraft, {
  name: 'take-in-bundle',
  title: '凭提取码收一件事',
  about: '一件事的草稿成为本窗口收件的各件办件；同一份草稿只能收一次',
  // The draft may lie with the whole district: the place of the cases is asked for in `decide`.
  may: { 'cases.clerk': 'anyone' },
  from: ['open', 'submitted'],
  to: ['submitted'],
  input: Type.Object({ ...TakingIn.properties, isTogether }),
  needs: {
    ...sending,
    place: standingAt,
    asked: find(theme, ({ row }: Sent) => ({ id: row.theme! })), // Null finds nothing.
    items: holding(themeItems),
    became: find(bundle, ({ row }: Sent) => ({ id: row.bundle! })),
  },
  decide(given) {
    const { draft, input, asked, items, became, files, by, now, id } = given;
    if (draft.theme === null) refuse('cases.draft-unknown');
    refuseShut(draft, became?.number, {
      code: input.code,
      isReached: isReached(given),
      today: dayOf(now),
    });
    if (asked?.state !== 'published') return refuse('cases.no-theme');
    refuseAgent(
      { ...given, by: { id: draft.applicant ?? by.id } },
      asked.items.map(({ code }) => code),
    );
    refuseStray(input.answers ?? {}, questionsOf(asked, items));
    const granted = heldResults(ownCases(given), dayOf(now));
    const answers = input.answers ?? draft.answers;
    const asking = askedForBundle({ theme: asked, items, held: granted }, { answers, files: draft.files });
    const uploaded = asking.papers.filter(({ standing }) => standing === 'here').map(({ name }) => name);
    const who = applying(given);
    const { code: _, ...said } = input;
    const [row, ...writes] = bundleOf({
      ...given,
      input: {
        ...said,
        theme: asked.id,
        channel: 'window',
        applicant: { kind: 'person', name: who.applicantName.plain },
        answers: asking.answers,
        papers: [...new Set([...uploaded, ...(input.papers ?? [])])],
      },
      granted,
    });
    const set = { ...who, ...matterColumns(matterMeant(input.matter, draft, given.said[0]), who) };
    return [
      { state: 'submitted', bundle: id(0), phone: null, matterWhole: null },
      create(bundle, { ...row, ...who }),
      ...withFilesOfAll(writes, { asking, files, drafted: draft.files, who: set, id }),
    ];
  },
});
