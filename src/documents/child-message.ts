import type { Facts, FieldFault } from '#lib/refusal.ts';

/** A pure function that a child process can find by itself. */
export interface ChildJob {
  /** File URL of the module: `import.meta.resolve('./audit-file.ts')`. */
  readonly module: string;
  /** Name under which the module exports the function. */
  readonly export: string;
}

/** Parent to child: run this. `input` survives structured cloning. */
export interface ChildOrder {
  readonly job: ChildJob;
  readonly input: unknown;
}

/** Child to parent: how it ended. */
export type ChildAnswer =
  | { readonly kind: 'result'; readonly result: unknown }
  | {
      readonly kind: 'refusal';
      readonly code: string;
      readonly facts: Facts;
      readonly fields: readonly FieldFault[];
    }
  | { readonly kind: 'fault'; readonly message: string };
