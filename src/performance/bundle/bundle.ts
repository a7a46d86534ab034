import type { Block, EntryProof } from '#ledger/index.ts';
import type { ScoreBlock } from '../audit/audit.ts';
import type { Form } from '../assess/assess.ts';
import type { Content } from '../evaluation/evaluation.ts';
import type { Frozen } from '../evaluation/parts.ts';

/** What a bundle says: enough to recompute the score and to check who signed what, without a database. */
export interface BundleBody {
  readonly format: 'yichuang-evaluation-bundle';
  readonly edition: 1;
  /** The program that wrote it; another edition may score otherwise. */
  readonly code: { readonly name: string; readonly version: string };
  readonly evaluation: {
    readonly id: string;
    readonly number: string;
    readonly organisation: string;
    readonly year: number;
  };
  readonly content: Content;
  readonly form: Form & { readonly name: string; readonly source: string };
  readonly score: ScoreBlock;
  readonly frozen: Frozen<Content>;
  readonly entries: readonly EntryProof[];
  readonly blocks: readonly Block[];
  readonly publicKey: string;
}
export interface Bundle {
  readonly body: BundleBody;
  /** Over the canonical JSON of `body`, by the key in it. */
  readonly signature: string;
}
/** `entries` and `blocks` were checked; `firstBad.seq` is null when it is no entry that is wrong. */
export interface BundleVerdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly blocks: number;
  readonly unsealed: 0;
  readonly firstBad: { readonly seq: number | null; readonly why: string } | null;
  /** SHA-256 of the key: compare it with the one the unit has published. */
  readonly keyFingerprint: string | null;
  readonly score: ScoreBlock | null;
  readonly summary: string;
}
