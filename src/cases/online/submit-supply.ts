import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { mandate } from '#applicants/index.ts';
import { attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { caseFile } from '../file/case-file.ts';
import { corrected, correctionNeeds } from '../file/correction.ts';
import type { Paper } from '../file/paper.ts';
import { added } from '../file/receive.ts';
import { refuseUncovered } from './acting-for.ts';
import { askedToFollow, type AskedOnline } from './asked-online.ts';
import { caseDraft } from './case-draft.ts';
import { moved, type Sent } from './sending.ts';
import { refuseIncomplete } from './submit.ts';

const withDocuments = (papers: readonly Paper[], asking: AskedOnline): readonly Paper[] => {
  const byName = new Map(asking.papers.map(({ name, files }) => [name, files[0]]));
  return papers.map((paper) => ({ ...paper, document: byName.get(paper.name) ?? paper.document }));
};
const STOOD = ['applied', 'received', 'accepted', 'suspended'] as const;
const isStanding = (state: string): state is (typeof STOOD)[number] =>
  (STOOD as readonly string[]).includes(state);

/** 提交补交的材料 — what a clerk would note at the counter, by the applicant's own hand. */
export const submitSupply = action(caseDraft, {
  name: 'submit-supply',
  title: '提交补交的材料',
  may: { [APPLICANT]: 'applicant' },
  from: ['open'],
  to: ['submitted'],
  when: (row, now) => row.supplies !== null && dayOf(now) <= row.expiresOn,
  input: Type.Object({}),
  needs: {
    mine: find(caseFile, ({ row }: Sent) => ({ id: row.supplies! })), // Null finds nothing.
    given: find(mandate, ({ row }: Sent) => ({ id: row.mandate! })),
    files: rows(attachment, ({ row }: Sent) => ({ subject: row.id })),
    ...correctionNeeds,
  },
  decide({ draft, mine, given, files, calendar, rules, by, now }) {
    if (!mine) return refuse('lib.not-found');
    if (draft.principal !== null)
      refuseUncovered(given, { agent: by.id, item: mine.itemCode, act: 'supply', now });
    const asking = askedToFollow(mine.papers, draft.files);
    refuseIncomplete(asking);
    const names = asking.papers.filter(({ files: own }) => own.length > 0).map(({ name }) => name);
    if (mine.state !== 'correcting' && !isStanding(mine.state)) return refuse('cases.nothing-to-supply');
    const set =
      mine.state === 'correcting'
        ? corrected(mine, names, { calendar, rules, now })
        : added(mine, names, now);
    return [
      { state: 'submitted', caseFile: mine.id },
      change(caseFile, mine, { ...set, papers: withDocuments(set.papers, asking) }),
      ...moved({ files, drafted: draft.files }, () => mine.id),
    ];
  },
});
