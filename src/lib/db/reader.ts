import type { Kysely } from 'kysely';

/** Every table, loosely: what a column holds is known where it is read. */
export type Tables = Record<string, Record<string, unknown>>;
/** Reads; whoever holds one promises not to write. */
export type Reader = Kysely<Tables>;
