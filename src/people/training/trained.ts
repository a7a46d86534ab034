import { sql } from 'kysely';
import { held } from '#lib/action/need.ts';
import type { Day } from '#lib/time.ts';
import type { TrainingPost } from './training.ts';

interface Passed {
  readonly post: TrainingPost;
  readonly from: Day;
  readonly until: Day;
}
/** The trainings each account passed, and the day of the first there was for each post. */
export interface Trainings {
  readonly passedBy: ReadonlyMap<string, readonly Passed[]>;
  readonly begun: ReadonlyMap<TrainingPost, Day>;
}

/** 培训记录 as every process keeps it: a few hundred people at most. */
export const heldTrainings = held<Trainings>({
  name: 'people.trainings',
  load: async (db) => {
    const { rows } = await sql<Passed & { readonly account: string | null }>`
      select t.post, t.held_on::text as from, t.valid_until::text as until, a.account
        from training t left join lateral (
          select each ->> 'account' as account from jsonb_array_elements(t.attendees) as each
            where (each ->> 'score')::int >= t.pass_mark) a on true
        where t.state = 'held' order by t.held_on desc`.execute(db);
    const passed = rows.flatMap(({ account, ...each }) => (account === null ? [] : [{ account, each }]));
    return {
      passedBy: new Map(
        [...Map.groupBy(passed, ({ account }) => account)].map(([account, all]) => [
          account,
          all.map(({ each }) => each),
        ]),
      ),
      // The oldest comes last, and stays.
      begun: new Map(rows.map(({ post, from }) => [post, from])),
    };
  },
  reloadOn: ['training'],
});

/** Whether a person has a valid training for a post on a day. Pure. */
export const trainedFor = (
  { passedBy }: Trainings,
  person: string,
  { post, on }: { readonly post: TrainingPost; readonly on: Day },
): boolean =>
  passedBy.get(person)?.some((each) => each.post === post && each.from <= on && on <= each.until) === true;

/** Whether there was any training for a post by then: before the first nobody can have one. Pure. */
export const hasBegun = (
  { begun }: Trainings,
  { post, on }: { readonly post: TrainingPost; readonly on: Day },
): boolean => {
  const first = begun.get(post);
  return first !== undefined && first <= on;
};
