import type { Action } from '#lib/action/action.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import { inSnapshot } from '#lib/db/transaction.ts';
import type { Measure } from '#lib/measure.ts';
import { findAnchor, type Anchor } from './anchor.ts';
import { fingerprint } from './block.ts';
import { measuresOf } from './loops.ts';
import { findHead, marksOf } from './marks.ts';
import { SEALER } from './seal.ts';
import type { Before } from './verify/blocks.ts';
import { walk, type Walked } from './verify/entries.ts';
import { faults, type Bad, type Faults } from './verify/faults.ts';
import { checkProse } from './verify/prose.ts';
import { checkRollups } from './verify/rollups.ts';
import { compareRows } from './verify/rows.ts';

/** What `yichuang verify --json` prints. */
export interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly blocks: number;
  /** Entries after the last block: no signature covers them yet. */
  readonly unsealed: number;
  readonly firstBad: Bad | null;
  /** What a reader of the verdict must know though nothing is proven wrong; sentences in Chinese. */
  readonly warnings: readonly string[];
  /** Fingerprint of the key all blocks must be signed with. */
  readonly key: string;
}
export interface Verifying {
  readonly db: Reader;
  readonly nouns: readonly Noun[];
  readonly actions: readonly Action[];
  /** Whose daily totals are counted again. */
  readonly measures: readonly Measure[];
  /** PEM, from the key file beside the data, never from the database. */
  readonly publicKey: string;
  /** The last block this installation remembers outside the database, if any. */
  readonly anchor?: Anchor | undefined;
  /** Why grants can be bypassed (`Database.bypass`). */
  readonly bypass?: string | undefined;
}

/** Whether something was cut off at the end: counter, mark and the memory outside must all agree with what is there. */
async function checkEnds(query: Query, walked: Walked, found: Faults): Promise<void> {
  const head = await findHead(query);
  if (head === undefined) found.note(1, '账本计数器丢失');
  else if (head > walked.highest) found.note(walked.highest + 1, `账本末尾被截断：计数器为 ${head}`);
  else if (head < walked.highest) found.note(head + 1, `条目超出计数器 ${head}`);
  const sealed = (await marksOf(query, [SEALER])).get(SEALER) ?? 0;
  if (sealed !== walked.last.lastSeq)
    found.note(
      Math.min(sealed, walked.last.lastSeq) + 1,
      `封存标记为 ${sealed}，而区块止于 ${walked.last.lastSeq}`,
    );
}

async function checkAnchor(query: Query, anchor: Anchor, last: Before): Promise<string | null> {
  const [block] = await query('select hash from ledger_block where height = $1', [anchor.height]);
  if (block?.['hash'] === anchor.hash) return null;
  return block
    ? `第 ${anchor.height} 号区块与本机留存的哈希不符：区块链被重写`
    : `本机留存到第 ${anchor.height} 号区块，数据库止于第 ${last.height} 号：末尾被截断，或恢复了较早的备份`;
}

/** The same within a transaction that is already open. */
export async function verifyWithin(query: Query, parts: Verifying): Promise<Verdict> {
  const found = faults();
  const walked = await walk(query, { publicKey: parts.publicKey, faults: found });
  await checkEnds(query, walked, found);
  const lost = parts.anchor ? await checkAnchor(query, parts.anchor, walked.last) : null;
  if (lost !== null) found.note(Math.min(parts.anchor!.lastSeq, walked.last.lastSeq + 1), lost);
  const checking = { faults: found, afterAll: walked.highest + 1 };
  const unknown = await compareRows(query, parts.nouns, checking);
  const erased = await checkProse(query, parts.actions, checking);
  await checkRollups(query, parts.measures, { faults: found, head: walked.highest });
  const firstBad = found.first();
  return {
    ok: firstBad === null,
    entries: walked.entries,
    blocks: walked.blocks,
    unsealed: walked.unsealed,
    firstBad,
    warnings: [
      ...(parts.bypass === undefined ? [] : [parts.bypass]),
      ...(unknown.size > 0 ? [`账本提到本程序不认识的记录种类，未能核对：${[...unknown].join('、')}`] : []),
      ...(erased > 0 ? [`有 ${erased} 段长文本已按规定清除，只留有痕迹`] : []),
    ],
    key: fingerprint(parts.publicKey),
  };
}

/**
 * Checks the whole ledger as of one moment while work goes on: every entry against its block, the chain of blocks and
 * its signatures, the counter, every row against the last entry that wrote it, the texts beside the ledger, and the
 * daily totals of every measure. Names the first entry that cannot be believed. Reads in batches; the memory it takes does not grow with the ledger.
 */
export const verifyLedger = (parts: Verifying): Promise<Verdict> =>
  inSnapshot(parts.db, (query) => verifyWithin(query, parts));

/** The same for the running program. */
export const verifyApp = (app: App): Promise<Verdict> =>
  verifyLedger({
    db: app.db,
    nouns: app.nouns,
    actions: app.actions,
    measures: measuresOf(app.modules),
    publicKey: app.suite.publicKey(),
    anchor: findAnchor(app.config),
    bypass: app.database.bypass,
  });
