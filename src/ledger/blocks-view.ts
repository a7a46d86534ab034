import { sql } from 'kysely';
import { Type } from 'typebox';
import { statements } from '#lib/db/transaction.ts';
import { view } from '#lib/view.ts';
import { BLOCK_COLUMNS, blockFrom } from './block.ts';
import { Limit, limitOf, Whole } from './entries-view.ts';
import { run } from './predicate.ts';

/** 区块 — newest first; `after` is the height of the last one seen. */
export const blocksView = view({
  name: 'ledger-blocks',
  title: '查阅账本区块',
  path: '/ledger/blocks',
  may: { 'ledger.auditor': 'anyone' },
  query: Type.Object({ after: Whole('上一页最后一个区块的高度'), limit: Limit }),
  read: async ({ db, query: wish }) => {
    const limit = limitOf(wish.limit);
    const below = wish.after === undefined ? sql`true` : sql`height < ${wish.after}::bigint`;
    const found = await run(
      statements(db),
      sql`select ${sql.raw(BLOCK_COLUMNS)} from ledger_block where ${below} order by height desc limit ${limit + 1}`,
    );
    const items = found.slice(0, limit).map(blockFrom);
    return { items, next: found.length > limit ? String(items.at(-1)!.height) : null };
  },
});
