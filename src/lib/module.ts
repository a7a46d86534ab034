import type { FastifyInstance } from 'fastify';
import type { Action } from '#lib/action/action.ts';
import type { Held } from '#lib/action/need.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import type { AnyMeasure } from '#lib/measure.ts';
import type { AnySetting } from '#lib/setting.ts';
import type { View } from '#lib/view.ts';
import type { App } from '#lib/app.ts';

export interface Role {
  readonly title: string;
  /** What the scope of a grant is: a region's code, an organisation's id, or nothing (the whole tenant). */
  readonly scope: 'region' | 'organisation' | 'tenant';
}

/** What a module offers; `index.ts` of each module exports one. Everything outward is generated from these. */
export interface Module {
  readonly name: string;
  readonly title: string;
  /** Directory of `0001-name.sql` files; null when the module keeps no tables. */
  readonly migrations: string | null;
  readonly nouns: readonly Noun[];
  readonly actions: readonly Action[];
  readonly views: readonly View[];
  readonly measures: readonly AnyMeasure[];
  readonly held: readonly Held<never>[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly reactions: readonly Reaction[];
  readonly loops: readonly Loop[];
  /** Rows with a deadline, moved by the calendar when a holiday is announced late: `clocked(…)` of the calendar makes one. */
  readonly clocks?: readonly ClockedNoun[];
  /** Rows whose history is not told to everybody as it stands. */
  readonly histories?: readonly History[];
  /** What an administrator may set in this module. */
  readonly settings?: readonly AnySetting[];
  /** The few routes that are neither action nor view: sign-in, uploads, downloads. */
  readonly routes?: (server: FastifyInstance, app: App) => void | Promise<void>;
}

/**
 * What a module does when the ledger says that something happened elsewhere. Runs as the system person, once per entry,
 * after the fact; it returns the actions to perform.
 */
export interface Reaction {
  /** `work-order.close`: the noun and the action that must have happened. */
  readonly after: string;
  readonly name: string;
  readonly react: (
    entry: { readonly seq: string; readonly subject: string; readonly at: string },
    app: App,
  ) => Promise<void>;
}

/** How the history of a row is told to who may see the row and not all that was said about it; null: as it stands. */
export interface History {
  readonly noun: Noun;
  readonly retold: (
    row: Row,
    asked: { readonly by: Person; readonly app: App },
  ) => Promise<((text: string) => string) | null>;
}

/** A noun whose open rows carry a deadline counted over working days. */
export interface ClockedNoun {
  readonly noun: Noun;
  readonly openStates: readonly string[];
  /** The calendar's `Clock` of a row, null when none is running; lib stands on nothing, so its type is the calendar's. */
  readonly clock: (row: Row) => unknown;
  /** A column without which no clock of a row runs. */
  readonly onlyWith?: string;
  /** The column with the moment (or the day) it is due. */
  readonly dueColumn: string;
  /** The column that keeps the steps of the reckoning, where there is one. */
  readonly becauseColumn?: string;
  /** The last day counts to midnight, not to the end of business. */
  readonly isToMidnight?: true;
  /** The hidden action by which the system writes the new deadline. */
  readonly recompute: Action;
}

/** Work of the clock that runs in the serving process: sealing, folding, deadlines. A run that throws is logged and tried again. */
export interface Loop {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (app: App) => Promise<void>;
}

const empty = {
  migrations: null,
  nouns: [],
  actions: [],
  views: [],
  measures: [],
  held: [],
  roles: {},
  reactions: [],
  loops: [],
} as const;
export const module = (spec: Partial<Module> & Pick<Module, 'name' | 'title'>): Module => ({
  ...empty,
  ...spec,
});
