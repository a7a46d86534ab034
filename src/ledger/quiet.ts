import type { App } from '#lib/app.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import type { Reaction } from '#lib/module.ts';
import { assertWhole, AT_MOST, headOf, marksOf, moveMarks, takeTurns } from './marks.ts';
import { readerOfReaction } from './reactions.ts';

/** What happened in a stretch of the ledger, as reactions name it: `work-order.close`. */
async function happenedIn(
  query: Query,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<ReadonlySet<unknown>> {
  await assertWhole(query, { after, upTo });
  const found = await query(
    "select distinct noun || '.' || action as happened from ledger_entry where seq > $1 and seq <= $2",
    [after, upTo],
  );
  return new Set(found.map((row) => row['happened']));
}

/**
 * Most reactions wait for what is rare: those to which nothing has happened are brought up to the ledger's head together,
 * with one look at the entries for all of them. Returns the others: with something to see, new, or far behind. What another
 * process is at is left to it.
 */
export const passQuiet = (app: App, reactions: readonly Reaction[]): Promise<readonly Reaction[]> =>
  inTransaction(app.db, async (query) => {
    const taken = await takeTurns(query, reactions.map(readerOfReaction));
    const ours = reactions.filter((reaction) => taken.has(readerOfReaction(reaction)));
    const head = await headOf(query);
    const marks = await marksOf(query, ours.map(readerOfReaction));
    const markOf = (reaction: Reaction): number | undefined => marks.get(readerOfReaction(reaction));
    const behind = ours.filter((reaction) => markOf(reaction) !== head);
    const near = behind.filter((reaction) => (markOf(reaction) ?? -Infinity) >= head - AT_MOST);
    if (near.length === 0) return behind;
    const after = Math.min(...near.map((reaction) => markOf(reaction)!));
    const happened = await happenedIn(query, { after, upTo: head });
    const quiet = new Set(near.filter((reaction) => !happened.has(reaction.after)));
    if (quiet.size > 0)
      await moveMarks(query, [...quiet].map(readerOfReaction), { seq: head, at: app.now() });
    return behind.filter((reaction) => !quiet.has(reaction));
  });
