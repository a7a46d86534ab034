import type { Reader } from '#lib/db/reader.ts';
import type { Personal } from '#lib/action/column.ts';
import type { WorkOrder } from '../../order/work-order.ts';

/** What tells the writer from anybody else: the phone's mask and keyed hash, wherever it is kept, and the code. */
export interface Lock {
  readonly id: string;
  readonly mask: string | null;
  readonly hash: string | null;
  /** The digest of a code that was shown. */
  readonly code: string | null;
  /** Whether a code was read out instead: it follows from the order. */
  readonly isCodeSpoken: boolean;
}
export async function findLock(db: Reader, number: string): Promise<Lock | undefined> {
  const row = await db
    .selectFrom('work_order as o')
    .leftJoin('protected_caller as p', 'p.order_id', 'o.id')
    .leftJoin('letter_code as c', 'c.order_id', 'o.id')
    .select(['o.id', 'o.caller_phone as open', 'p.phone as kept', 'c.id as codeRow', 'c.code'])
    .where('o.number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const phone = (row['open'] ?? row['kept']) as Personal | null;
  return {
    id: row['id'] as string,
    mask: phone?.mask ?? null,
    hash: phone?.hash ?? null,
    code: row['code'] as string | null,
    isCodeSpoken: row['codeRow'] !== null && row['code'] === null,
  };
}

/** What a writer is shown of the letter. Neither its text nor any name: a page is left open, and four digits are a thin lock. */
const SHOWN = [
  'id',
  'number',
  'state',
  'channel',
  'type',
  'topic',
  'title',
  'isUrgent',
  'isConfidential',
  'isFromCity',
  'registeredAt',
  'dueAt',
  'answerPromisedOn',
  'extensions',
  'reopenings',
  'resumedAt',
  'reply',
  'repliedAt',
  'redirectedTo',
  'redirectWords',
  'mergedInto',
  'rating',
  'isPublishable',
  'publishedAt',
] as const;
export type Letter = Pick<WorkOrder, (typeof SHOWN)[number]>;

export async function getLetter(db: Reader, id: string): Promise<Letter> {
  const row = await db
    .selectFrom('work_order')
    .select([...SHOWN])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row as unknown as Letter;
}
