import { get } from '#desk/api/http.ts';
import type { Listed, NounShown } from '#desk/api/program.ts';
import { rowPage } from '#desk/records/pages.ts';
import { hasNumber, rowTitle } from '#desk/records/title.ts';

export interface Hit {
  readonly title: string;
  readonly kind: string;
  readonly to: string;
}
const EACH = 5;

/** Searches everything this person may see, by number or name, a few of each kind. */
export async function findEverywhere(nouns: readonly NounShown[], words: string): Promise<readonly Hit[]> {
  const q = words.trim();
  if (q === '') return [];
  const found = await Promise.all(
    nouns
      .filter((noun) => noun.isSearchable)
      .map(async (noun) => {
        const { items } = await get<Listed>(`/api/${noun.path}`, { q, limit: EACH }).catch(() => ({
          items: [],
        }));
        return items.map((row) => ({
          title: rowTitle(noun, row),
          kind: hasNumber(row) ? `${noun.title} ${row.number}` : noun.title,
          to: rowPage(noun, row),
        }));
      }),
  );
  return found.flat();
}
