import { Type } from 'typebox';
import type { Answers } from '#catalogue/index.ts';
import { action, create, type Write } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { bundleOf } from '../bundle/apply.ts';
import { bundle } from '../bundle/bundle.ts';
import { themeItems } from '../bundle/theme-items.ts';
import { theme } from '../bundle/theme.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import { askedForBundle, type AskedOnline } from './asked-online.ts';
import { caseDraft } from './case-draft.ts';
import { heldResults } from './held-results.ts';
import { applying, moved, ownCases, placeOf, refuseAgent, sending, type Sent } from './sending.ts';
import { refuseIncomplete } from './submit.ts';

const documentIn = (asking: AskedOnline, name: string): string | null =>
  asking.papers.find((each) => each.name === name)?.files[0] ?? null;
const withDocuments = (papers: readonly Paper[], asking: AskedOnline): readonly Paper[] =>
  papers.map((paper) =>
    paper.state === 'present' ? { ...paper, document: documentIn(asking, paper.name) } : paper,
  );

type Values = { readonly id: string; readonly papers: readonly Paper[] };
/** The cases as the bundle made them, with who applied and what was uploaded. */
export const withWho = (
  writes: readonly Write[],
  who: Partial<CaseFile>,
  asking: AskedOnline,
): readonly Write[] =>
  writes.map((each) => {
    const { papers } = each.values as unknown as Values;
    return { ...each, values: { ...each.values, ...who, papers: withDocuments(papers, asking) } };
  });

/** The case that a file lies with: the first that asks for its paper. */
export function placed(writes: readonly Write[], asking: AskedOnline): (file: string) => string {
  const cases = writes.map(({ values }) => values as unknown as Values);
  return (file) => {
    const paper = asking.papers.find(({ files }) => files.includes(file))?.name;
    const asks = cases.find(({ papers }) =>
      papers.some(({ name, state }) => name === paper && state === 'present'),
    );
    return (asks ?? cases[0]!).id;
  };
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
  input: Type.Object({}),
  needs: {
    ...sending,
    asked: find(theme, ({ row }: Sent) => ({ id: row.theme! })),
    items: holding(themeItems),
  },
  decide(given) {
    const { draft, asked, items, files, tree, calendar, rules, by, now, id } = given;
    if (asked?.state !== 'published') return refuse('cases.no-theme');
    refuseAgent(
      given,
      asked.items.map(({ code }) => code),
    );
    const granted = heldResults(ownCases(given), dayOf(now));
    const answers: Answers = draft.answers;
    const asking = askedForBundle({ theme: asked, items, held: granted }, { answers, files: draft.files });
    refuseIncomplete(asking);
    const who = applying(given);
    const [row, ...writes] = bundleOf({
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
      tree,
      calendar,
      rules,
      by,
      now,
      id,
    });
    const cases = withWho(writes, { ...who, matter: draft.matter, receivedBy: null }, asking);
    return [
      { state: 'submitted', bundle: row.id, phone: null },
      create(bundle, { ...row, ...who }),
      ...cases,
      ...moved(files, placed(cases, asking)),
    ];
  },
});
