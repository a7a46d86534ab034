import type { App } from '#lib/app.ts';
import { currentIndex } from './find-items.ts';
import type { Findable } from './index-of-items.ts';

const CHINESE = new Intl.Collator('zh-Hans-CN');

/** What can be applied for, under the body that decides, both in the order of a Chinese dictionary. */
export async function itemsByBody(
  app: Pick<App, 'held' | 'now'>,
): Promise<ReadonlyMap<string, readonly Findable[]>> {
  const { items } = await currentIndex(app);
  const offered = items
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => CHINESE.compare(a.body, b.body) || CHINESE.compare(a.name, b.name));
  return Map.groupBy(offered, ({ body }) => body);
}
