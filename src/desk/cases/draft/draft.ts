import { get, send } from '#desk/api/http.ts';
import type { Row } from '#desk/api/program.ts';
import { attach } from '#desk/records/attachments.ts';
import { applicationBody, type Written } from '../application.ts';
import type { CaseFile, ItemShown } from '../model.ts';
import type { Photo } from '../outbox/entry.ts';

/** 草稿 as a counter sees it before it takes it in: of the person nothing but masks. */
export interface DraftShown {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  /** The one thing it is for; null for one item. */
  readonly theme: string | null;
  readonly itemCode: string;
  readonly itemName: string;
  readonly expiresOn: string;
  readonly applicantName: string;
  readonly agentName: string | null;
  readonly phone: string | null;
  readonly matter: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly papers: readonly {
    readonly name: string;
    readonly standing: string;
    readonly because: string | null;
    readonly files: readonly string[];
  }[];
}

export const readDraft = (code: string): Promise<DraftShown> =>
  get<DraftShown>(`/api/case-drafts/by-code/${encodeURIComponent(code)}`);
export const readItem = (code: string): Promise<ItemShown> =>
  get<ItemShown>(`/api/items/${encodeURIComponent(code)}`);

/** What a draft says of its matter; papers that were uploaded are there. */
export const saidIn = (draft: DraftShown): Pick<Written, 'answers' | 'matter' | 'papers'> => ({
  answers: draft.answers,
  matter: draft.matter ?? '',
  papers: draft.papers.filter(({ files }) => files.length > 0).map(({ name }) => name),
});
/** The form of a counter with what the draft says. */
export const filledFrom = (draft: DraftShown, item: ItemShown, counter: Written): Written => ({
  ...counter,
  item,
  ...saidIn(draft),
});

const empty = (text: string): boolean => text.trim() === '';
/** What a counter sends to take a draft in: who applies stands in the draft. */
export const takeInBody = (
  { code }: DraftShown,
  written: Written,
  asked: ReadonlySet<string>,
): Readonly<Record<string, unknown>> => {
  const { place, windowType, window, matter, answers, papers } = written;
  return {
    code,
    place,
    answers,
    papers: papers.filter((each) => asked.has(each)),
    ...(empty(windowType) ? {} : { windowType }),
    ...(empty(window) ? {} : { window }),
    ...(empty(matter) ? {} : { matter: matter.trim() }),
  };
};

interface Taking {
  readonly written: Written;
  readonly asked: ReadonlySet<string>;
  readonly photos: readonly Photo[];
  readonly key: string;
}
/** Makes the draft a case, then lays the photographs with it; how many of those did not arrive. */
export async function takeIn(
  draft: DraftShown,
  { written, asked, photos, key }: Taking,
): Promise<{ readonly row: CaseFile; readonly unsent: number }> {
  const taken = await send<Row & { readonly caseFile: string }>(
    'POST',
    `/api/case-drafts/${draft.id}/take-in`,
    { body: takeInBody(draft, written, asked), key },
  );
  const row = await get<CaseFile>(`/api/cases/${taken.caseFile}`);
  let unsent = 0;
  for (const { name, content } of photos)
    await attach({ noun: 'case-file', id: row.id }, new File([content], name)).catch(() => (unsent += 1));
  return { row, unsent };
}

/** Keeps what was taken down as a draft for another counter; answers with its code. */
export async function keepDraft(
  written: Written,
  key: string,
): Promise<{ readonly code: string; readonly itemCode: string }> {
  const { item, applicant, matter, answers, place } = applicationBody(written, {
    isInstant: false,
    asked: new Set(),
  });
  return send('POST', '/api/case-drafts/begin-for', {
    body: { item, applicant, matter, answers, place },
    key,
  });
}

/** `K7Q2-9XDM` */
export const readableCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
export const sheetOf = (item: string, code?: string): string =>
  `/items/${encodeURIComponent(item)}/sheet.pdf${code ? `?draft=${code}` : ''}`;
