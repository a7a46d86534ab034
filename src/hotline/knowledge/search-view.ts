import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { anyQuery, pairsOf, phraseQuery } from '#lib/bigrams.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Day } from '#lib/time.ts';
import { dayOf } from '#lib/time.ts';
import type { Held } from '#lib/action/need.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { tellingPairs } from '../search/common-view.ts';
import { coverage, sharedWords } from '../search/likeness.ts';
import { plannedAnew } from '../search/planned-view.ts';
import { READABLE } from './entry.ts';
import { headCovered } from './head-terms.ts';

const SHOWN = 10;
const CLOSELY = 60;
/** Of a few words typed so much must be there: a quarter. */
const FITS = 0.25;
/** Or of what an entry is about so much must have been typed, however long the sentence: nearly a third. */
const IS_ABOUT = 0.3;

interface Found {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly basis: string;
  readonly owner: string;
  readonly topic: string | null;
  readonly items: readonly string[];
  readonly validUntil: Day | null;
  readonly confirmedOn: Day | null;
  readonly edition: number;
  readonly uses: string;
  readonly words: readonly string[] | null;
}
interface Wanted {
  readonly q: string;
  readonly topic?: string | undefined;
  readonly item?: string | undefined;
}

async function found(db: Reader, { q, topic, item }: Wanted): Promise<readonly Found[]> {
  const pairs = pairsOf(q);
  const query = anyQuery(pairs) ?? phraseQuery(q);
  if (q !== '' && query === null) return [];
  const narrowed: readonly RawBuilder<unknown>[] = [
    ...(query === null ? [] : [sql`s.words @@ ${query}::tsquery`]),
    ...(topic === undefined ? [] : [sql`(e.topic = ${topic} or starts_with(e.topic, ${`${topic}/`}))`]),
    ...(item === undefined ? [] : [sql`e.items @> jsonb_build_array(${item}::text)`]),
  ];
  const { rows } = await sql<Found>`
    select e.id, e.number, e.state, e.title, e.question, e.answer, e.basis, e.owner, e.topic, e.items, e.valid_until,
           e.confirmed_on, e.edition, tsvector_to_array(s.words) as words,
           (select count(*) from work_order w where w.knowledge = e.id) as uses
      from knowledge_entry e left join knowledge_search s on s.id = e.id
     where e.state = any(${[...READABLE]}::text[])${sql.join([sql``, ...narrowed], sql` and `)}
     order by (select count(*) from unnest(${pairs}::text[]) as p where strpos(lower(e.title || ' ' || e.question), p) > 0) desc,
              (select count(*) from unnest(${pairs}::text[]) as p where p = any(tsvector_to_array(s.words))) desc,
              e.published_at desc, e.id
     limit ${CLOSELY}`.execute(db);
  return rows;
}

/**
 * 知识检索 — read while typing: up to ten published entries that have what was typed or are about what is in it, the best
 * first, those that have run out last and marked. `uses` counts the orders answered directly from it.
 */
export const searchKnowledge = view({
  name: 'hotline.knowledge-search',
  title: '知识检索',
  path: '/knowledge/search',
  may: {
    'hotline.agent': 'anyone',
    'hotline.dispatcher': 'anyone',
    'hotline.caller-back': 'anyone',
    'hotline.supervisor': 'anyone',
    'hotline.handler': 'anyone',
    'hotline.knowledge-keeper': 'anyone',
  },
  query: Type.Object({
    q: Type.Optional(Type.String({ title: '检索词', maxLength: 200 })),
    topic: Type.Optional(Type.String({ title: '诉求主题（含下级）', maxLength: 120 })),
    item: Type.Optional(Type.String({ title: '事项编码', maxLength: 40 })),
  }),
  read: async ({ query: { q = '', topic, item }, app, now }) => {
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const { weigh } = await tellingPairs(app);
    const [pairs, today] = [pairsOf(q), dayOf(now)];
    const typed = new Set(pairs);
    const ranked = (await plannedAnew(app, ({ db }) => found(db, { q: q.trim(), topic, item }))).map(
      ({ words, uses, ...entry }) => {
        const other = new Set(words ?? []);
        const fit = pairs.length === 0 ? 1 : coverage(pairs, other, weigh);
        const about = Math.max(
          headCovered(entry.title, typed, weigh),
          headCovered(entry.question, typed, weigh),
        );
        const inHead = coverage(pairs, new Set(pairsOf(`${entry.title} ${entry.question}`)), weigh);
        const isExpired =
          entry.state === 'expired' || (entry.validUntil !== null && entry.validUntil < today);
        const shown = {
          ...entry,
          ownerName: tree.nameOf(entry.owner),
          isExpired,
          isToConfirm: entry.state === 'to-confirm',
          uses: Number(uses),
          because: sharedWords(q, other),
        };
        const fits = fit >= FITS || about >= IS_ABOUT;
        return { shown, fits, rank: fit + inHead + about - (isExpired ? 10 : 0) };
      },
    );
    const fitting = ranked.filter(({ fits }) => fits).sort((a, b) => b.rank - a.rank);
    return { items: fitting.slice(0, SHOWN).map(({ shown }) => shown) };
  },
});
