import type { App } from '#lib/app.ts';
import type { Person } from '#lib/action/person.ts';

export type Input = Readonly<Record<string, unknown>>;

/**
 * A row that several matters touch (the project that cases hang on): what is tied to it is done one after the other, in
 * the order of time, whatever matter does it.
 */
export interface Tie {
  /** The row, once it is there. */
  id: string | null;
  /** The last act tied to it. */
  last: Promise<void>;
}
export const untied = (): Tie => ({ id: null, last: Promise.resolve() });

/** With what a step may look around when it is due: the program, and the matter's own row. */
export interface Asking {
  readonly app: App;
  readonly id: string | null;
}

/** One act in the life of a matter: when, which action of which noun, who, with what. */
export interface Step {
  /** Milliseconds since 1970, of the simulated clock. */
  readonly at: number;
  /**
   * `noun.verb`. Of another noun than the matter's own it is done on the newest of its rows that hangs on the matter (the
   * promise of its last reply), or brings one into being beside it.
   */
  readonly action: string;
  readonly by: Person;
  /** What was not known when the matter was written down (the id of another row) is asked for when it is due. */
  readonly input: Input | ((now: Asking) => Input | Promise<Input>);
  /** The id that a birth is to have, where others must know it before it is there. */
  readonly bornAs?: string;
  /** Done on another matter, or on what hangs on that: its noun and the id it was born with. */
  readonly on?: { readonly noun: string; readonly id: string };
  /** Which one of several rows that hang on the matter, by what tells them apart there (see hanging.ts). */
  readonly which?: string;
  /** The field of the input that is to hold the matter's own id, of an act that brings another row into being. */
  readonly names?: string;
  /** What else the act touches; `as` is the field of the input that is to hold its id. */
  readonly tied?: { readonly to: Tie; readonly as?: string };
}
/** A matter from its birth on: its steps in the order of time, the first of which brings the row into being. */
export interface Thread {
  readonly steps: readonly Step[];
  /** Told the id of the row once it is there. */
  readonly born?: (id: string) => void;
}
