import { Type } from 'typebox';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { FOLLOWING, trying, type Kept } from '#lib/attempts.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { caseDraft, type CaseDraft } from '../online/case-draft.ts';
import { numberOf } from '../online/views/own-cases.ts';
import { tellDraft, type OwnDraft } from '../online/views/own-draft.ts';
import { plainCode } from './code.ts';
import { isWithinReach } from './taking-in.ts';

const CLERK = 'cases.clerk';
const ATTEMPTS: Kept = {
  table: 'case_attempt',
  refuse: (wait) => refuse('cases.draft-too-many', wait),
};

/** Whether a clerk sits within reach of the place of a draft. */
const reaches = (by: Person, scopes: ScopeTree, place: string): boolean =>
  by.grants.some(
    ({ role, scope }) =>
      (role === CLERK || role === '*') && (scopes.isWhole(scope) || isWithinReach(scopes, place, scope)),
  );

async function bundleNumber(app: Pick<App, 'query'>, id: string): Promise<string> {
  const [row] = await app.query('select number from bundle where id = $1', [id]);
  return row ? (row['number'] as string) : refuse('lib.not-found');
}

/** What a counter sees before it takes a draft in: nothing of the person but under masks. */
const shown = ({ draft, asking, names, applicantName, principal, phone }: OwnDraft) => ({
  id: draft.id,
  number: draft.number,
  code: draft.code,
  item: draft.item,
  theme: draft.theme,
  itemCode: draft.itemCode,
  itemName: draft.itemName,
  place: draft.place,
  expiresOn: draft.expiresOn,
  applicantName: principal ?? applicantName,
  agentName: principal === null ? null : applicantName,
  phone,
  matter: draft.matter,
  answers: draft.answers,
  papers: asking.papers.map(({ name, standing, because, files }) => ({
    name,
    standing,
    because,
    files: files.map((id) => names.get(id) ?? ''),
  })),
});

/**
 * 凭提取码看草稿 — for a clerk whose place it concerns. A code that does not exist and one of another place are one answer
 * after the same work; so many tries a clerk, as for the codes of letters.
 */
export const draftByCode = view({
  name: 'cases.draft-by-code',
  title: '凭提取码打开草稿',
  path: '/case-drafts/by-code/{code}',
  may: { [CLERK]: 'place' },
  query: Type.Object({ code: Type.String({ title: '提取码', minLength: 1, maxLength: 40 }) }),
  read: async ({ app, query, by, scopes, now }) => {
    const code = plainCode(query.code);
    const tried = { kind: 'draft', subject: code, address: by.id, bounds: FOLLOWING };
    const succeeded = await trying(app, ATTEMPTS, tried);
    const [record] = await app.query(selectRows(caseDraft, 'where r.code = $1'), [code]);
    const draft = record && (readRow(caseDraft, record) as CaseDraft);
    if (!draft || !reaches(by, scopes, draft.place)) return refuse('cases.draft-unknown');
    await succeeded();
    if (draft.caseFile !== null) refuse('cases.draft-taken', { number: await numberOf(app, draft.caseFile) });
    if (draft.bundle !== null) refuse('cases.draft-taken', { number: await bundleNumber(app, draft.bundle) });
    if (draft.state !== 'open' || draft.expiresOn < dayOf(now))
      refuse('cases.draft-over', { on: formatDay(draft.expiresOn) });
    return shown(await tellDraft(app, draft));
  },
});
