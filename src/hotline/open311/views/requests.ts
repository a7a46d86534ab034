import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Instant } from '#lib/time.ts';
import { published } from '../../letters/views/published.ts';
import { workOrder } from '../../order/work-order.ts';

/** An order as a foreign client may read it: released words, or what a person with sight of it may read. */
export interface Request {
  readonly number: string;
  readonly state: string;
  readonly topic: string;
  readonly place: string;
  readonly handler: string | null;
  readonly text: string | null;
  readonly reply: string | null;
  readonly registeredAt: Instant;
  readonly repliedAt: Instant | null;
  readonly dueAt: Instant | null;
}
export interface RequestFilter {
  readonly from: Instant;
  readonly until: Instant;
  readonly numbers: readonly string[] | null;
  readonly topics: readonly string[] | null;
}
/** GeoReport allows a thousand; a page of ours is two hundred. */
const MOST = 200;

const released = (db: Reader) =>
  published(db).select(['state', 'place', 'handler', 'dueAt', 'publicText as text', 'publicReply as reply']);

/** The newest public ones; asked for by number, no matter how old. */
export async function listRequests(db: Reader, filter: RequestFilter): Promise<readonly Request[]> {
  let asked = released(db);
  if (filter.numbers !== null) asked = asked.where('number', 'in', [...filter.numbers, '']);
  else asked = asked.where('registeredAt', '>=', filter.from).where('registeredAt', '<=', filter.until);
  if (filter.topics !== null) asked = asked.where('topic', 'in', [...filter.topics, '']);
  const rows = await asked.orderBy('registeredAt', 'desc').orderBy('id', 'desc').limit(MOST).execute();
  return rows as unknown as readonly Request[];
}

interface Asking {
  readonly by: Person | null;
  readonly scopes: ScopeTree;
}
/** One request: public, or within the sight of who asks; undefined for everybody else, whether it exists or not. */
export async function findRequest(
  db: Reader,
  number: string,
  { by, scopes }: Asking,
): Promise<Request | undefined> {
  const open = await released(db).where('number', '=', number).executeTakeFirst();
  if (open || by === null) return open as unknown as Request | undefined;
  const row = await db
    .selectFrom('work_order')
    .select([
      'number',
      'state',
      'topic',
      'place',
      'handler',
      'text',
      'reply',
      'registeredAt',
      'repliedAt',
      'dueAt',
    ])
    .where('number', '=', number)
    .executeTakeFirst();
  return row && permit(workOrder.see, by, row, scopes) === 'allowed'
    ? (row as unknown as Request)
    : undefined;
}
