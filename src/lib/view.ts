import type { Static, TObject, TProperties } from 'typebox';
import type { Rights } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Instant } from '#lib/time.ts';

/** What a view may look at: the database to read, the checked question, and who asks. */
export interface Viewed<Q> {
  readonly db: Reader;
  readonly query: Q;
  readonly by: Person;
  readonly now: Instant;
  readonly scopes: ScopeTree;
  /** The declarations of all modules, for views about the program itself: its measures, its ledger. */
  readonly app: App;
}

const WRITTEN = Symbol('written');
/** An answer that is JSON already. Its bytes are made once, however many it is sent to. */
export interface Written {
  readonly [WRITTEN]: true;
  readonly json: string;
  readonly bytes: () => Buffer;
}
export function written(json: string): Written {
  let bytes: Buffer | undefined;
  return { [WRITTEN]: true, json, bytes: () => (bytes ??= utf8(json)) };
}

/** No UTF-16 unit takes more bytes than this in UTF-8. */
const WIDEST = 3;
/** To count the bytes first would take as long as to write them. */
function utf8(text: string): Buffer {
  const room = Buffer.allocUnsafe(text.length * WIDEST);
  return room.subarray(0, room.write(text));
}

/** What is sent of an answer, whether a value or JSON already; JSON of nothing is `null`. */
export const sentOf = (answer: unknown): string | Buffer =>
  typeof answer === 'object' && answer !== null && WRITTEN in answer
    ? (answer as Written).bytes()
    : JSON.stringify(answer ?? null);

/** A view answers a question about records: SQL in, rows out; it changes nothing. */
export interface View {
  readonly name: string;
  readonly title: string;
  /** Under `/api`: `/evaluations/{year}/forecast`; names in braces are fields of the query. */
  readonly path: string;
  /** Roles as for actions (the column is not looked at: the view narrows by scope itself), or anybody signed in, or the public. */
  readonly may: Rights | 'signed-in' | 'public';
  readonly query: TObject;
  readonly read: (viewed: Viewed<never>) => Promise<unknown>;
}

interface ViewSpec<P extends TProperties> extends Omit<View, 'read' | 'query'> {
  readonly query: TObject<P>;
  readonly read: (viewed: Viewed<Static<TObject<P>>>) => Promise<unknown>;
}
export const view = <P extends TProperties>(spec: ViewSpec<P>): View => spec;
