import type { App } from '#lib/app.ts';
import { happened, headNow, type Happened } from './news-view.ts';

/** Null: so much happened at once that whoever listens had better load everything again. */
export type News = readonly Happened[] | null;
export interface Feed {
  /** Hears everything from now on; answers how to stop, once it hears. */
  readonly listen: (hear: (news: News) => void) => Promise<() => void>;
  /** What happened after this entry; null when that is too long ago. */
  readonly since: (seq: number) => Promise<News>;
  readonly close: () => void;
}

/** Quick enough for an eye, and one read of one counter row. */
const EVERY_MS = 500;
/** An import or a simulation writes thousands a second: no screen shows them one by one. */
const MOST = 500;

/**
 * The ledger as news. It is read once per process for all who listen, and not at all when nobody does; the path of an
 * action knows nothing of it.
 */
export function feed(app: Pick<App, 'query' | 'log'>, nouns: readonly string[]): Feed {
  const hearers = new Set<(news: News) => void>();
  const state: { seen: number | null; timer: NodeJS.Timeout | null } = { seen: null, timer: null };
  const between = async (after: number, upTo: number): Promise<News> =>
    upTo - after > MOST ? null : happened(app, { after, upTo, nouns });
  const look = async (): Promise<void> => {
    const head = await headNow(app);
    const after = state.seen ?? head;
    if (head > after) {
      const news = await between(after, head);
      for (const hear of hearers) hear(news);
    }
    state.seen = head;
  };
  const again = (): void => {
    state.timer = setTimeout(() => {
      void look()
        .catch((fault: unknown) => app.log.error('hotline.live', fault))
        .finally(() => {
          if (hearers.size > 0) again();
          else Object.assign(state, { timer: null, seen: null });
        });
    }, EVERY_MS);
  };
  return {
    listen: async (hear) => {
      const from = await headNow(app);
      const later = (news: News): void => hear(news === null ? null : news.filter((each) => each.seq > from));
      hearers.add(later);
      // Without this, what happens before the first look would be nobody's news.
      state.seen ??= from;
      if (state.timer === null) again();
      return () => void hearers.delete(later);
    },
    since: async (seq) => between(seq, await headNow(app)),
    close: () => {
      hearers.clear();
      if (state.timer) clearTimeout(state.timer);
    },
  };
}
