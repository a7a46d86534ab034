import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { settingOf } from '#settings/index.ts';
import { everydayWords } from './everyday-words.ts';
import { itemIndex, type LazyIndex } from './held-index.ts';
import type { Findable, ItemIndex } from './index-of-items.ts';
import { rank, type Ranked } from './rank.ts';

/** Found items with a sentence for the person when what was asked for is not there as it was said. */
export interface FoundItems extends Ranked {
  readonly hint: string | null;
}
type Reading = Pick<App, 'held' | 'now'>;

export const currentIndex = (app: Reading): Promise<ItemIndex> =>
  (app.held.value(itemIndex as Held<unknown>) as LazyIndex).get();

const SENTENCES: Readonly<Record<Ranked['fit'], string | null>> = {
  found: null,
  near: '没有完全符合的事项，下面是最接近的',
  nothing: '没有找到。请换个说法，写要办的证照或事情，如“食品经营许可”“户口迁移”；也可拨打 12345 询问',
};

/** 事项搜索 — by citizens' words, best first; never empty without a sentence what to do. */
export async function findItems(
  app: Reading,
  asked: string,
  isWanted: (item: Findable) => boolean = () => true,
): Promise<FoundItems> {
  const found = rank(await currentIndex(app), asked, { words: settingOf(app, everydayWords), isWanted });
  return { ...found, hint: SENTENCES[found.fit] };
}
