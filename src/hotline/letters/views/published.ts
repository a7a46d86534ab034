import { Type } from 'typebox';
import { escapeLike } from '#lib/like.ts';
import type { Reader } from '#lib/db/reader.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import type { Channel, OrderType } from '../../order/words.ts';

/** A letter on the public list: the words an officer released, and nothing else of it. */
export interface PublishedLetter {
  readonly number: string;
  readonly type: OrderType;
  readonly channel: Channel;
  readonly topic: string;
  readonly publicTitle: string;
  readonly publicText: string;
  readonly publicReply: string;
  readonly registeredAt: Instant;
  readonly repliedAt: Instant;
  readonly publishedAt: Instant;
}
export interface PublishedPage {
  readonly items: readonly PublishedLetter[];
  /** The number to go on after, or null at the end. */
  readonly next: string | null;
}
const PER_PAGE = 20;
/** What is public. Only what stands as answered: a letter that is handled again leaves the list until its new answer is released. */
export const published = (db: Reader) =>
  db
    .selectFrom('work_order')
    .select([
      'number',
      'type',
      'channel',
      'topic',
      'publicTitle',
      'publicText',
      'publicReply',
      'registeredAt',
      'repliedAt',
      'publishedAt',
    ])
    .where('publishedAt', 'is not', null)
    .where('state', '=', 'closed')
    .where('isPublishable', '=', true)
    .where((is) => is.or([is('isConfidential', 'is', null), is('isConfidential', '=', false)]));

/** A page of the public list, newest first; every word of `q` must occur somewhere in it. */
export async function publishedLetters(
  db: Reader,
  { q, after }: { readonly q?: string | undefined; readonly after?: string | undefined },
): Promise<PublishedPage> {
  let asked = published(db);
  for (const word of (q ?? '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .slice(0, 8)) {
    const like = `%${escapeLike(word)}%`;
    asked = asked.where((is) =>
      is.or([
        is('publicTitle', 'ilike', like),
        is('publicText', 'ilike', like),
        is('publicReply', 'ilike', like),
      ]),
    );
  }
  const last =
    after === undefined
      ? undefined
      : await published(db).select('id').where('number', '=', after).executeTakeFirst();
  if (last)
    asked = asked.where((is) =>
      is.or([
        is('publishedAt', '<', last['publishedAt']),
        is.and([is('publishedAt', '=', last['publishedAt']), is('id', '<', last['id'])]),
      ]),
    );
  const rows = await asked
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PER_PAGE + 1)
    .execute();
  const items = rows.slice(0, PER_PAGE) as unknown as readonly PublishedLetter[];
  return { items, next: rows.length > PER_PAGE ? items.at(-1)!.number : null };
}

/** One public letter; what is not public is not there. */
export async function getPublishedLetter(db: Reader, number: string): Promise<PublishedLetter> {
  const row = await published(db).where('number', '=', number).executeTakeFirst();
  return (row ?? refuse('hotline.letter-not-public')) as unknown as PublishedLetter;
}

export const publishedList = view({
  name: 'hotline.letters',
  title: '公开的来信与答复',
  path: '/letters',
  may: 'public',
  query: Type.Object({
    q: Type.Optional(Type.String({ title: '查找', maxLength: 100 })),
    after: Type.Optional(Type.String({ title: '上一页最后一条的编号', maxLength: 40 })),
  }),
  read: ({ db, query }) => publishedLetters(db, query),
});
export const publishedOne = view({
  name: 'hotline.letter',
  title: '一封公开的来信',
  path: '/letters/{number}',
  may: 'public',
  query: Type.Object({ number: Type.String({ title: '编号', maxLength: 40 }) }),
  read: ({ db, query }) => getPublishedLetter(db, query.number),
});
