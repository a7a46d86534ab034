import { Type, type TUnsafe } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';

/** Fields that several forms of this module share. */
export const On = (title: string): TUnsafe<Day> => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const OrganisationId = Type.String({ title: '部门', format: 'uuid', ref: 'organisation' });
export const Reason = Type.String({ title: '原因', minLength: 2, maxLength: 200 });
export const Document = Type.String({ title: '文件名称和文号', minLength: 2, maxLength: 200 });
/** Numbers of items, or basic codes, which stand for everything below them. */
export const Codes = (title: string) =>
  Type.Array(
    Type.String({ minLength: 4, maxLength: 100, pattern: '^[0-9A-Za-z-]+$', wrong: '应为事项编码' }),
    {
      title,
      maxItems: 3000,
      uniqueItems: true,
    },
  );

/** The day something happened: today when none was said; not before `since`, not to come. */
export function happenedOn(said: Day | undefined, since: Day, now: Instant): Day {
  const today = dayOf(now);
  const on = said ?? today;
  if (on > today) refuse('catalogue.future', { on });
  if (on < since) refuse('catalogue.before', { on, since });
  return on;
}
/** A term whose last day is not before its first. */
export function refuseBackward(startsOn: Day, endsOn: Day | undefined): void {
  if (endsOn !== undefined && endsOn < startsOn) refuse('catalogue.backward', { startsOn, endsOn });
}
