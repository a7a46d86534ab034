import { mandate, mandateCovers, type Mandate } from '#applicants/index.ts';
import { calendarOf } from '#calendar/index.ts';
import { courseOf, folded, item, type Commitment, type Held } from '#catalogue/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { withoutEnd } from '#lib/action/column.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import type { Held as HeldTable } from '#lib/action/need.ts';
import type { Noun, RowOf } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day } from '#lib/time.ts';
import { bundlePapers } from '../../bundle/papers.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { toFollow, withinWords } from '../../tolerance/promise/promise.ts';
import { owedOf, type Owed, type ToldPromise } from '../../tolerance/promise/told.ts';
import { themeItems, type ThemeItems } from '../../bundle/theme-items.ts';
import { theme, type Theme } from '../../bundle/theme.ts';
import { askedForBundle, askedOnline, askedToFollow, type AskedOnline } from '../asked-online.ts';
import { caseDraft, type CaseDraft } from '../case-draft.ts';
import { heldResults } from '../held-results.ts';

/** A draft with all that its page shows. */
export interface OwnDraft {
  readonly draft: CaseDraft;
  readonly asking: AskedOnline;
  readonly commitment: Commitment | null;
  /** 容缺: what would follow, were it sent as it is, item by item; what a case still owes to which this supplies. */
  readonly promises: readonly ToldPromise[];
  readonly owed: Owed | null;
  /** The last day for papers that a case waits for; null for an application of its own. */
  readonly until: string | null;
  /** Whether the one who fills it in may sign for that. */
  readonly maySign: boolean;
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

type Asked = Pick<OwnDraft, 'asking' | 'commitment' | 'promises' | 'owed' | 'until'>;
const NOTHING = { commitment: null, promises: [], owed: null, until: null } as const;
/** The papers as the case will have them: those with a file are there, those that a 告知承诺 stands for never come. */
const asSent = ({ papers, lacking }: AskedOnline) =>
  lacking.length > 0 ? [] : papers.filter(({ standing }) => standing === 'may-follow');

/** What would follow of one thing, item by item; nothing while a main paper lacks. Pure. */
function promisesOf(asked: Theme, { items, held, asking }: Bundling): readonly ToldPromise[] {
  const open = new Set(asSent(asking).map(({ name }) => folded(name)));
  return bundlePapers(asked, items, asking.answers, held).parts.flatMap(({ name, elements, papers }) => {
    const names = toFollow(papers.filter((each) => open.has(folded(each.name))));
    return names.length === 0
      ? []
      : [{ itemName: name, papers: names, within: withinWords(courseOf(elements)) }];
  });
}
interface Bundling {
  readonly items: ThemeItems;
  readonly held: Held;
  readonly asking: AskedOnline;
}
/** What is still asked, by what the draft is for. */
async function askedOf(app: App, draft: CaseDraft, whose: string | null): Promise<Asked> {
  if (draft.supplies !== null) {
    const mine = await rowOf(app, caseFile, draft.supplies);
    const owed = owedOf(mine, { now: app.now(), calendar: calendarOf(app) });
    const correctBy = mine.state === 'correcting' ? mine.correctBy : null;
    const until = owed?.until ?? (correctBy === null ? null : formatDay(correctBy));
    return { ...NOTHING, asking: askedToFollow(mine.papers, draft.files), owed, until };
  }
  const held = heldResults(await grantedTo(app, whose, draft), dayOf(app.now()));
  if (draft.theme !== null) {
    const asked = await rowOf(app, theme, draft.theme);
    const items = app.held.value(themeItems as HeldTable<unknown>) as ThemeItems;
    const asking = askedForBundle({ theme: asked, items, held }, draft);
    return { ...NOTHING, asking, promises: promisesOf(asked, { items, held, asking }) };
  }
  const { elements, name } = await rowOf(app, item, draft.item!); // One of the three is always said.
  const asking = askedOnline({ elements, held, ...draft });
  const papers = toFollow(asSent(asking));
  const promise = { itemName: name, papers, within: withinWords(courseOf(elements)) };
  return {
    ...NOTHING,
    asking,
    commitment: elements.commitment ?? null,
    promises: papers.length === 0 ? [] : [promise],
  };
}

/** Whether the mandate of a draft, where it is under one, lets its agent sign for all of it today. */
async function maySign(app: App, draft: CaseDraft): Promise<boolean> {
  if (draft.mandate === null || draft.principal === null) return true;
  const given: Mandate = await rowOf(app, mandate, draft.mandate);
  const codes =
    draft.theme === null
      ? [draft.itemCode]
      : (await rowOf(app, theme, draft.theme)).items.map(({ code }) => code);
  const deed = { agent: draft.applicant!, act: 'sign', day: dayOf(app.now()) } as const;
  return codes.every((code) => mandateCovers(given, { ...deed, item: code }));
}

/** Somebody's own draft, by id; another's is as if there were none. */
export async function readOwnDraft(app: App, by: Person, id: string): Promise<OwnDraft> {
  return tellDraft(app, (await getRow(caseDraft, id, { by, app })) as CaseDraft);
}

/** A draft with what is still asked; whether the one who asks may see it is for the caller to know. */
export async function tellDraft(app: App, draft: CaseDraft): Promise<OwnDraft> {
  const whose = draft.principal ?? draft.applicant;
  const [asked, names, self, other, signs] = await Promise.all([
    askedOf(app, draft, whose),
    namesOf(app, draft.id),
    nameAndPhone(app, draft.applicant),
    draft.principal === null ? null : nameAndPhone(app, draft.principal),
    maySign(app, draft),
  ]);
  return {
    draft,
    ...asked,
    names,
    maySign: signs,
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
