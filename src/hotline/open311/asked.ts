import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_DAY, readInstant, type Instant } from '#lib/time.ts';
import type { Service } from './views/services.ts';

export type Query = Readonly<Record<string, string | undefined>>;
/** GeoReport: without dates the last ninety days, and never more than ninety. */
const SPAN = 90 * MS_PER_DAY;

const wrong = (path: string, message: string): never =>
  refuse('lib.shape', {}, { fields: [{ path, message }] });
const moment = (query: Query, name: string): Instant | null => {
  const text = query[name];
  if (text === undefined || text === '') return null;
  return readInstant(text.replaceAll(' ', '+')) ?? wrong(name, '应为带时区的时间，如 2020-05-11T09:00:00Z');
};
const listed = (text: string | undefined): readonly string[] | null =>
  text === undefined || text === ''
    ? null
    : text
        .split(',')
        .map((each) => each.trim())
        .slice(0, 200);

export interface Asked {
  readonly from: Instant;
  readonly until: Instant;
  readonly numbers: readonly string[] | null;
  readonly topics: readonly string[] | null;
  /** Public requests are all answered: who asks for open ones alone gets none. */
  readonly isNothing: boolean;
}

/** What `GET /requests` asks for. Refuses dates that are none, and a status there is not. */
export function askedFor(query: Query, services: readonly Service[], now: Instant): Asked {
  const [start, end] = [moment(query, 'start_date'), moment(query, 'end_date')];
  const until = end ?? (start === null ? now : instantOf(Math.min(millis(start) + SPAN, millis(now))));
  const from = start ?? instantOf(millis(until) - SPAN);
  if (millis(until) - millis(from) > SPAN) wrong('end_date', '起止相差至多 90 天');
  const statuses = listed(query['status']) ?? ['open', 'closed'];
  if (statuses.some((each) => each !== 'open' && each !== 'closed')) wrong('status', '应为 open 或 closed');
  const codes = listed(query['service_code']);
  return {
    from,
    until,
    numbers: listed(query['service_request_id']),
    topics:
      codes === null ? null : services.filter((each) => codes.includes(each.code)).map((each) => each.path),
    isNothing: !statuses.includes('closed'),
  };
}
