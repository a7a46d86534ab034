import { sql, type RawBuilder } from 'kysely';
import { isIn, type Clue } from './clues.ts';
import type { Period } from '../bulletin/period.ts';
import type { RatingRules } from './rating-rules.ts';

interface Looking {
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly rules: RatingRules;
  /** Which orders the asker may see. */
  readonly sight: RawBuilder<unknown>;
}

/** What people said to be content with in the days, one row an order; a number is its keyed hash, of who is kept apart none. */
const contented = ({ period, sight }: Looking): RawBuilder<unknown> => sql`
  select id, handler, rated_at, coalesce(approved_at, closed_at) as answered_at,
         case when is_confidential is true then null else caller_phone ->> 'hash' end as caller
    from work_order as row
   where rating = 'satisfied' and ${isIn(sql`rated_at`, period)} and ${sight}`;

/** Before anybody can have read the answer and looked at what was done. */
const atOnce = (looking: Looking): RawBuilder<unknown> => sql`
  select null as who, rated_at as at, 1 as n, array[id] as orders from (${contented(looking)}) as rated
   where rated_at >= answered_at and rated_at < answered_at + make_interval(secs => ${looking.rules.secondsAfter}::int)`;

const inMinute = (looking: Looking): RawBuilder<unknown> => sql`
  select null as who, min(rated_at) as at, count(*)::int as n, array_agg(id order by id) as orders
    from (${contented(looking)}) as rated
   group by handler, date_trunc('minute', rated_at)
  having count(*) >= ${looking.rules.massInMinute}`;

const ofOneCaller = (looking: Looking): RawBuilder<unknown> => sql`
  select null as who, max(rated_at) as at, count(*)::int as n, array_agg(id order by id) as orders
    from (${contented(looking)}) as rated
   where caller is not null
   group by handler, caller
  having count(*) >= ${looking.rules.ofOneCaller}`;

/** 群众评价 — what may have been clicked for the figures' sake instead of by the one who asked. */
export const ratingCluesOf = (looking: Looking): readonly Clue[] => {
  const { rules } = looking;
  return [
    {
      name: 'rated-at-once',
      title: '答复后立即评价满意',
      about: `答复审核通过或办结后 ${rules.secondsAfter} 秒以内就评价满意的`,
      rows: atOnce(looking),
    },
    {
      name: 'ratings-in-minute',
      title: '一分钟内集中评价满意',
      about: `同一单位在同一分钟内有 ${rules.massInMinute} 件以上被评价满意的`,
      rows: inMinute(looking),
    },
    {
      name: 'ratings-of-one-caller',
      title: '同一号码多次评价满意',
      about: `同一号码把同一单位的 ${rules.ofOneCaller} 件以上评价为满意的（保密诉求不比对）`,
      rows: ofOneCaller(looking),
    },
  ];
};
