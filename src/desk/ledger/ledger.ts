/** `GET /api/ledger/entries`, `blocks` and `verify`. */
export interface Entry {
  readonly seq: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly personName: string;
  readonly nounTitle: string;
  readonly noun: string;
  readonly title: string;
  readonly action: string;
  readonly subject: string;
  readonly number: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly changes: readonly {
    readonly noun: string;
    readonly id: string;
    readonly version: number;
    readonly from: string | null;
    readonly set: Readonly<Record<string, unknown>>;
  }[];
}
export interface Entries {
  readonly items: readonly Entry[];
  readonly next: string | null;
  readonly sealedUpTo: number;
}
export interface Block {
  readonly height: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly root: string;
  readonly previous: string;
  readonly key: string;
  readonly sealedAt: string;
  readonly hash: string;
}
export interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly blocks: number;
  readonly unsealed: number;
  readonly firstBad: { readonly seq: number; readonly why: string } | null;
  readonly warnings: readonly string[];
  readonly key: string;
  readonly checkedAt: string;
}
export interface Verification {
  readonly isRunning: boolean;
  readonly verdict: Verdict | null;
}
