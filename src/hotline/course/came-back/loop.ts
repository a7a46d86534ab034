import { headOf } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import type { Loop } from '#lib/module.ts';
import type { Instant } from '#lib/time.ts';
import { settingOf } from '#settings/index.ts';
import { workOrder } from '../../order/work-order.ts';
import { process } from '../../process.ts';
import { performAll } from '#lib/perform-all.ts';
import { cameBack, pairsOnce, type Earlier, type Word } from './came-back.ts';
import { noteComeBack } from './note-come-back.ts';

/**
 * New orders looked at in one round, and how many closed ones of its caller, or of its place and topic, each is compared
 * with. A hundred a second is more than a province's hotline hears; a flood is worked off after it, not while it lasts.
 */
const PER_ROUND = 500;
const COMPARED = 20;
/** History brought in afterwards (补录) says itself how it ended. */
const NOT_NEW = 'record';

const WORD = 'w.id, w.topic, w.place, w.title, w.text';
const SAID = "case when w.is_confidential is true then null else w.caller_phone ->> 'hash' end as caller";

/** The next orders born after a number of the ledger, which has no gaps: none is missed. */
const BORN = `
  select e.seq, w.came_back_to, ${WORD}, ${SAID}, w.registered_at
    from ledger_entry e join work_order w on w.id = e.subject
   where e.seq > $1 and e.seq <= $2 and e.noun = 'work-order' and e.action = any($3::text[])
   order by e.seq limit ${PER_ROUND}`;

/** For each: the last closed orders of the same caller, and of the same place and topic. */
const CLOSED = `
  select distinct on (n.id, w.id) n.id as of, ${WORD}, ${SAID}, w.handler, w.closed_at
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as n(id, caller, topic, place, at)
   cross join lateral (
     (select * from work_order c
       where n.caller is not null and c.caller_phone ->> 'hash' = n.caller
         and c.outcome in ('handled', 'direct') and c.closed_at between n.at - $6::int * interval '1 day' and n.at
       order by c.closed_at desc limit ${COMPARED})
     union all
     (select * from work_order c
       where c.place = n.place and c.topic = n.topic
         and c.outcome in ('handled', 'direct') and c.closed_at between n.at - $6::int * interval '1 day' and n.at
       order by c.closed_at desc limit ${COMPARED})) w
   where w.id <> n.id`;

type Found = Readonly<Record<string, unknown>>;
const wordOf = (row: Found): Word => ({
  id: row['id'] as string,
  caller: row['caller'] as string | null,
  topic: row['topic'] as string,
  place: row['place'] as string,
  title: row['title'] as string,
  text: (row['text'] as string | null) ?? '',
});
const earlierOf = (row: Found): Earlier => ({
  ...wordOf(row),
  handler: row['handler'] as string | null,
  closedAt: row['closed_at'] as Instant,
});

/**
 * The range of days has no estimate the planner could know, so it would gather a month of a place and sort it for twenty
 * rows; without bitmaps it reads the twenty from the end of the index.
 */
const closedFor = async (app: App, born: readonly Found[], days: number) =>
  inTransaction(app.db, async (query) => {
    const column = (name: string) => born.map((row) => row[name]);
    const asked = ['id', 'caller', 'topic', 'place', 'registered_at'].map(column);
    await query('set local enable_bitmapscan = off', []);
    return Map.groupBy(await query(CLOSED, [...asked, days]), (row) => row['of'] as string);
  });

const births = (app: App): readonly string[] =>
  app.actions
    .filter((each) => each.noun === workOrder && each.from === null && each.name !== NOT_NEW)
    .map((each) => each.name);

async function note(app: App, born: readonly Found[]): Promise<void> {
  const { cameBackDays } = settingOf(app, process) as { readonly cameBackDays: number };
  const closed = await closedFor(app, born, cameBackDays);
  const pairsOf = pairsOnce();
  const wishes = born.flatMap((row) => {
    const earlier = cameBack(wordOf(row), (closed.get(row['id'] as string) ?? []).map(earlierOf), pairsOf);
    if (!earlier) return [];
    const { handler } = earlier;
    return [
      { id: row['id'] as string, input: { order: earlier.id, ...(handler === null ? {} : { handler }) } },
    ];
  });
  await performAll(app, noteComeBack, wishes);
}

/**
 * Looks at the next orders born since the mark, in bulk. The mark moves after the notes are written, so a crash between
 * the two repeats a look, and a repeat finds them noted. The first run begins with what happens from now on.
 */
async function lookOn(app: App): Promise<{ readonly isFull: boolean }> {
  const head = await headOf(app.query);
  const [mark] = await app.query('select seq from came_back_mark', []);
  const seen = mark ? Number(mark['seq']) : head;
  const born = seen === head ? [] : await app.query(BORN, [seen, head, births(app)]);
  const unlinked = born.filter((row) => row['came_back_to'] === null);
  if (unlinked.length > 0) await note(app, unlinked);
  const isFull = born.length === PER_ROUND;
  const upTo = isFull ? Number(born.at(-1)!['seq']) : head;
  if (mark && upTo === seen) return { isFull };
  await app.query(
    `insert into came_back_mark (id, seq) values (1, $1)
     on conflict (id) do update set seq = excluded.seq where came_back_mark.seq < excluded.seq`,
    [upTo],
  );
  return { isFull };
}

export async function cameBackRound(app: App): Promise<void> {
  await lookOn(app);
}
/** As many rounds as it takes to have looked at every order there is. */
export async function lookForAllBack(app: App): Promise<void> {
  let isFull = true;
  while (isFull) ({ isFull } = await lookOn(app));
}

export const cameBackLoop: Loop = { name: 'hotline.came-back', everyMs: 5_000, run: cameBackRound };
