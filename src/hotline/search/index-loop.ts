import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Query } from '#lib/action/engine/load.ts';
import type { App } from '#lib/app.ts';
import { searchVector } from '#lib/bigrams.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { headOf, marksOf, moveMarks, takeTurn } from '#ledger/index.ts';
import { changedTexts, keepVectors, touchedIn, type Indexed } from './index-view.ts';

/** What is looked for, and where it stands. */
const INDEXED: readonly Indexed[] = [
  {
    noun: 'work-order',
    table: 'work_order',
    search: 'work_order_search',
    vectors: { letter: "concat_ws(' / ', r.title, r.text)", reply: 'r.reply' },
  },
  {
    noun: 'knowledge-entry',
    table: 'knowledge_entry',
    search: 'knowledge_search',
    vectors: { words: "concat_ws(' / ', r.title, r.question, r.answer, r.topic)" },
  },
];
const READER = 'hotline.search';
/** Entries of one round, a transaction of its own; texts made into vectors before others get the processor. */
const AT_MOST = 1_000;
const AT_A_TIME = 100;
const LONGEST_PAUSE = 1_000;

async function indexRows(query: Query, indexed: Indexed, ids: readonly string[]): Promise<void> {
  for (let n = 0; n < ids.length; n += AT_A_TIME) {
    const texts = await changedTexts(query, indexed, ids.slice(n, n + AT_A_TIME));
    const made = texts.map(({ id, digest, texts: each }) => ({
      id,
      digest,
      vectors: each.map((text) => (text === null ? null : searchVector(text))),
    }));
    if (made.length > 0) await keepVectors(query, indexed, made);
    await setImmediate();
  }
}

/** Indexes the next stretch of the ledger; false when there was none before `goal`, or another process is at it. */
async function indexRound(query: Query, goal: number, now: string): Promise<boolean> {
  if (!(await takeTurn(query, READER))) return false;
  const after = (await marksOf(query, [READER])).get(READER) ?? 0;
  const upTo = Math.min(after + AT_MOST, goal);
  if (upTo <= after) return false;
  for (const indexed of INDEXED)
    await indexRows(query, indexed, await touchedIn(query, indexed.noun, { after, upTo }));
  await moveMarks(query, [READER], { seq: upTo, at: now });
  return upTo < goal;
}

/**
 * Makes searchable whatever the ledger says was written, up to where it stood at the beginning: under a steady load "until
 * nothing is left" would never end. The mark and the vectors are one transaction.
 */
export async function indexAll(app: App): Promise<void> {
  const goal = await headOf(app.query);
  for (let hasMore = true; hasMore;) {
    const began = performance.now();
    hasMore = await inTransaction(app.db, (query) => indexRound(query, goal, app.now()));
    // Half the time at most: people's actions come first.
    if (hasMore) await setTimeout(Math.min(performance.now() - began, LONGEST_PAUSE));
  }
}

export const indexLoop = { name: READER, everyMs: 1_000, run: indexAll };
