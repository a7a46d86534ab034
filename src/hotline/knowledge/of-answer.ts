import { askedIf, find } from '#lib/action/need.ts';
import type { RowOf } from '#lib/action/noun.ts';
import { refuse } from '#lib/refusal.ts';
import { knowledgeEntry } from './entry.ts';

type Entry = RowOf<typeof knowledgeEntry>;
type Asking = { readonly input: { readonly knowledge?: string | undefined } };
const entryNamed = find(knowledgeEntry, ({ input }: Asking) => ({ id: input.knowledge! }));

/** `needs: { entry: knowledgeNamed }`: the entry an answer says it was taken from, null where it names none. */
export const knowledgeNamed = askedIf(({ input }: Asking) => input.knowledge !== undefined, entryNamed, null);

/** The id of the entry; refused at its field when there is none, or it was never published. */
export function usedKnowledge(asked: string | undefined, entry: Entry | null): string | null {
  if (asked === undefined) return null;
  if (entry === null || entry.publishedAt === null)
    refuse('hotline.no-knowledge', {}, { fields: [{ path: 'knowledge', message: '没有这条已发布的知识' }] });
  return entry.id;
}
