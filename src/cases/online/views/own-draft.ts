import { item, type Commitment } from '#catalogue/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { withoutEnd } from '#lib/action/column.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import type { Held } from '#lib/action/need.ts';
import type { Noun, RowOf } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { themeItems, type ThemeItems } from '../../bundle/theme-items.ts';
import { theme } from '../../bundle/theme.ts';
import { askedForBundle, askedOnline, askedToFollow, type AskedOnline } from '../asked-online.ts';
import { caseDraft, type CaseDraft } from '../case-draft.ts';
import { heldResults } from '../held-results.ts';

/** A draft with all that its page shows. */
export interface OwnDraft {
  readonly draft: CaseDraft;
  readonly asking: AskedOnline;
  readonly commitment: Commitment | null;
  /** Names of the files, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Who fills it in, or for whom a clerk did; masked. */
  readonly applicantName: string;
  /** Who it is for, masked; null for oneself. */
  readonly principal: string | null;
  /** The phone given here, else the one on record, masked; null when there is none. */
  readonly phone: string | null;
}

async function namesOf(app: App, id: string): Promise<ReadonlyMap<string, string>> {
  const found = await app.query(
    "select id, name from attachment where subject = $1 and subject_noun = 'case-draft' and state = 'kept'",
    [id],
  );
  return new Map(found.map((each) => [each['id'] as string, (each['name'] as string | null) ?? '']));
}
async function nameAndPhone(
  app: App,
  id: string | null,
): Promise<{ readonly name: string; readonly phone: string | null } | undefined> {
  const [row] = await app.query(
    `select coalesce(firm_name, name ->> 'mask') as name, phone ->> 'mask' as phone from applicant where id = $1`,
    [id],
  );
  return row as unknown as { name: string; phone: string | null } | undefined;
}
const OF_SAME = `with who as (
    select identity ->> 'hash' as document, credit_code from applicant where id = $1
    union all select applicant_id ->> 'hash', credit_code from case_draft where id = $2)
  select id from case_file where applicant = $1
  union select c.id from who join case_file c on c.applicant_id ->> 'hash' = who.document
  union select c.id from who join case_file c on c.credit_code = who.credit_code`;
/** What was granted to an account, or to whoever has the same document number. */
async function grantedTo(app: App, id: string | null, draft: CaseDraft): Promise<readonly CaseFile[]> {
  const same = await app.query(OF_SAME, [id, draft.id]);
  const found = await app.query(
    selectRows(
      caseFile,
      "where r.id = any($1::uuid[]) and r.outcome = 'granted' order by r.id desc limit 500",
    ),
    [same.map((each) => each['id'])],
  );
  return found.map((record) => readRow(caseFile, record) as CaseFile);
}
async function rowOf<N extends Noun>(app: App, noun: N, id: string): Promise<RowOf<N>> {
  const [record] = await app.query(selectRows(noun, 'where r.id = $1'), [id]);
  return record ? (readRow(noun, record) as RowOf<N>) : refuse('lib.not-found');
}

type Asked = Pick<OwnDraft, 'asking' | 'commitment'>;
/** What is still asked, by what the draft is for. */
async function askedOf(app: App, draft: CaseDraft, whose: string | null): Promise<Asked> {
  if (draft.supplies !== null) {
    const { papers } = await rowOf(app, caseFile, draft.supplies);
    return { asking: askedToFollow(papers, draft.files), commitment: null };
  }
  const held = heldResults(await grantedTo(app, whose, draft), dayOf(app.now()));
  if (draft.theme !== null) {
    const asked = await rowOf(app, theme, draft.theme);
    const items = app.held.value(themeItems as Held<unknown>) as ThemeItems;
    return { asking: askedForBundle({ theme: asked, items, held }, draft), commitment: null };
  }
  const { elements } = await rowOf(app, item, draft.item!); // One of the three is always said.
  return { asking: askedOnline({ elements, held, ...draft }), commitment: elements.commitment ?? null };
}

/** Somebody's own draft, by id; another's is as if there were none. */
export async function readOwnDraft(app: App, by: Person, id: string): Promise<OwnDraft> {
  return tellDraft(app, (await getRow(caseDraft, id, { by, app })) as CaseDraft);
}

/** A draft with what is still asked; whether the one who asks may see it is for the caller to know. */
export async function tellDraft(app: App, draft: CaseDraft): Promise<OwnDraft> {
  const whose = draft.principal ?? draft.applicant;
  const [asked, names, self, other] = await Promise.all([
    askedOf(app, draft, whose),
    namesOf(app, draft.id),
    nameAndPhone(app, draft.applicant),
    draft.principal === null ? null : nameAndPhone(app, draft.principal),
  ]);
  return {
    draft,
    ...asked,
    names,
    principal: other?.name ?? null,
    applicantName: (publicRow(caseDraft, draft)['applicantName'] as string | null) ?? self?.name ?? '',
    phone:
      (publicRow(caseDraft, draft)['phone'] as string | null) ??
      (self?.phone ? withoutEnd(self.phone) : null),
  };
}

/** 草稿 of one person that can still be sent, the newest first. */
export interface OpenDraft {
  readonly id: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly expiresOn: Day;
}
export async function readOpenDrafts(
  app: Pick<App, 'query' | 'now'>,
  who: string,
): Promise<readonly OpenDraft[]> {
  const found = await app.query(
    `select id, item_code as "itemCode", item_name as "itemName", expires_on as "expiresOn" from case_draft
      where applicant = $1 and state = 'open' and expires_on >= $2 order by id desc limit 50`,
    [who, dayOf(app.now())],
  );
  return found as unknown as readonly OpenDraft[];
}
