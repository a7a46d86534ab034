import { sql } from 'kysely';
import { anyQuery, pairsOf } from '#lib/bigrams.ts';
import type { App } from '#lib/app.ts';
import type { Held } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { withinSight } from '#lib/http/list.ts';
import { instantOf, millis, MS_PER_DAY, type Instant } from '#lib/time.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { ENDED, STATES } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { tellingPairs } from './common-view.ts';
import { likeness, sharedWords } from './likeness.ts';
import { plannedAnew } from './planned-view.ts';

export interface Asked {
  readonly title: string;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
  readonly topic?: string | undefined;
}
export interface SimilarOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly stateTitle: string;
  readonly isOpen: boolean;
  readonly topic: string;
  readonly place: string;
  readonly placeName: string;
  readonly handler: string | null;
  readonly registeredAt: Instant;
  readonly isSamePlace: boolean;
  readonly isSameTopic: boolean;
  /** 0 to 1, two decimals. */
  readonly likeness: number;
  /** What both say, in words. */
  readonly because: readonly string[];
}

const SHOWN = 5;
const RECENT_DAYS = 180;
/** Looked up by so many pairs; of what they find the newest five hundred are compared, and of those the best forty closely. */
const BY_PAIRS = 12;
const NEWEST = 500;
const CLOSELY = 40;
/** Below, two texts merely share a phrase. */
const ALIKE = 0.12;
/** Where and what about: as much as a sentence in common. */
const SAME = 0.1;

type Candidate = Omit<SimilarOrder, 'stateTitle' | 'isOpen' | 'placeName' | 'likeness' | 'because'> & {
  readonly words: readonly string[];
};

async function candidates(
  app: App,
  asked: { readonly by: Person; readonly query: string; readonly pairs: readonly string[] },
) {
  const seen = withinSight(workOrder, asked.by, app) ?? sql`false`;
  const since = instantOf(millis(app.now()) - RECENT_DAYS * MS_PER_DAY);
  // The words of a letter are unpacked once: asking the packed ones for each pair took fifty times as long.
  const { rows } = await plannedAnew(app, ({ db }) =>
    sql<Candidate>`
      with found as materialized (
        select id as found_id, letter from work_order_search where letter @@ ${asked.query}::tsquery
         order by id desc limit ${NEWEST}),
      unpacked as materialized (select found_id, tsvector_to_array(letter) as words from found)
      select id, number, title, state, topic, place, handler, registered_at, words
        from unpacked join work_order on id = found_id
       where ${seen} and (registered_at > ${since}::timestamptz or state <> all(${[...ENDED]}::text[]))
       order by (select count(*) from unnest(words) as word where word = any(${asked.pairs}::text[])) desc, id desc
       limit ${CLOSELY}`.execute(db),
  );
  return rows;
}

/** 相似工单 — up to five open or recent orders within the asker's sight that say much the same, the most alike first. */
export async function similarOrders(app: App, by: Person, asked: Asked): Promise<readonly SimilarOrder[]> {
  const said = `${asked.title} ${asked.text ?? ''}`;
  const pairs = pairsOf(said);
  const telling = await tellingPairs(app);
  const rarest = telling.rarest(pairs, BY_PAIRS);
  const query = anyQuery(rarest);
  if (query === null) return [];
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  return (await candidates(app, { by, query, pairs: rarest }))
    .map(({ words, ...order }) => {
      const other = new Set(words.filter((word) => [...word].length > 1));
      const isSamePlace = order.place === asked.place;
      const isSameTopic = order.topic === asked.topic;
      const alike = likeness(pairs, other, telling.weigh);
      const shown: SimilarOrder = {
        ...order,
        stateTitle: STATES[order.state as keyof typeof STATES],
        isOpen: !(ENDED as readonly string[]).includes(order.state),
        placeName: tree.nameOf(order.place),
        handler: order.handler === null ? null : tree.nameOf(order.handler),
        isSamePlace,
        isSameTopic,
        likeness: Math.round(alike * 100) / 100,
        because: sharedWords(said, other),
      };
      return { alike, rank: alike + (isSamePlace ? SAME : 0) + (isSameTopic ? SAME : 0), shown };
    })
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, SHOWN)
    .map(({ shown }) => shown);
}
