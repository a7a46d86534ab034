import { change, type Write } from '#lib/action/action.ts';
import type { Instant } from '#lib/time.ts';
import { connection, type Connection } from './connection.ts';
import { OPEN } from './words.ts';

/** Nothing waits for them any more: connections of a case that ends before its decision. */
export const connectionsLapsed = (all: readonly Connection[], now: Instant): readonly Write[] =>
  all
    .filter(({ state }) => OPEN.some((each) => each === state))
    .map((each) => change(connection, each, { state: 'released', endedAt: now }));
