import type { App } from '#lib/app.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import type { Elements } from '../elements/elements.ts';
import { currentIndex } from '../search/find-items.ts';
import { asCode } from '../search/index-of-items.ts';
import type { GuideSource } from './guide.ts';

type Reading = Pick<App, 'held' | 'now' | 'query'>;
const OF_ITEM = `select i.number, i.name, i.edition, i.elements, i.published_at, e.starts_on
  from item i join item_edition e on e.id = i.edition_id where i.id = $1`;

/**
 * What is offered under a code today, or nothing: only what is published is told to the public. A code that several items
 * have is the one's whose number it is; when none's, nobody's.
 */
export async function findGuideSource(app: Reading, code: string): Promise<GuideSource | null> {
  const { byCode, items } = await currentIndex(app);
  const offered = (byCode.get(asCode(code)) ?? [])
    .map((n) => items[n]!)
    .filter(({ state }) => state === 'published');
  const found =
    offered.find(({ number }) => asCode(number) === asCode(code)) ??
    (offered.length === 1 ? offered[0] : undefined);
  if (!found) return null;
  const [row] = await app.query(OF_ITEM, [found.id]);
  if (!row) return null;
  const published = row['published_at'] === null ? null : dayOf(row['published_at'] as Instant);
  const began = row['starts_on'] as Day;
  return {
    number: row['number'] as string,
    name: row['name'] as string,
    edition: row['edition'] as number,
    checkedOn: published !== null && published > began ? published : began,
    elements: row['elements'] as Elements,
  };
}
