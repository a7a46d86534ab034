import type { Person } from '#lib/action/person.ts';

export type Input = Readonly<Record<string, unknown>>;

/** One act in the life of a matter: when, which action of which noun, who, with what. */
export interface Step {
  /** Milliseconds since 1970, of the simulated clock. */
  readonly at: number;
  readonly action: string;
  readonly by: Person;
  /** What was not known when the matter was written down (the id of another row) is asked for when it is due. */
  readonly input: Input | (() => Input);
}
/** A matter from its birth on: its steps in the order of time, the first of which brings the row into being. */
export interface Thread {
  readonly steps: readonly Step[];
  /** Told the id of the row once it is there. */
  readonly born?: (id: string) => void;
}
