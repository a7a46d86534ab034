import type { Instant } from '#lib/time.ts';
import type { Action } from '../action.ts';
import type { Noun, Row } from '../noun.ts';
import type { Person } from '../person.ts';

/** One wish to do one action. The input has been checked against the action's schema; the engine puts its instants in one writing. */
export interface Request {
  readonly action: Action;
  /** The row acted upon; null for a birth. */
  readonly id: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly by: Person;
  readonly now: Instant;
  /** When it happened, if that is not now: a deadline that ran out, a fact learned late. */
  readonly at?: Instant;
  /** The client's Idempotency-Key, already bound to person, action and subject. */
  readonly key: string | null;
  /** The version the client saw (`If-Match`); a later one is a 409 at once. */
  readonly ifMatch: number | null;
  /** The id of the row that a birth brings into being, where a simulated year must know it beforehand; else it is drawn. */
  readonly bornAs?: string | undefined;
  /** Nobody reads the answer's text (history brought in, a simulated year): it is not made. Never with a key. */
  readonly isSilent?: boolean;
}

/** A row that the action brings into being or changes. */
export interface Change {
  readonly noun: Noun;
  readonly before: Row | null;
  readonly after: Row;
}
/** What the action will write, complete but for public numbers. */
export interface Decision {
  readonly request: Request;
  /** The input as the ledger may keep it. */
  readonly input: Request['input'];
  readonly changes: readonly Change[];
}

/** What the caller gets: the row as everyone with sight of it may read it, as text built once, and as a value. */
export interface Answer {
  readonly text: string;
  readonly isRepeat: boolean;
}
