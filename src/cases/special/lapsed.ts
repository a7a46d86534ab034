import { change, type Write } from '#lib/action/action.ts';
import type { Instant } from '#lib/time.ts';
import { specialProcedure, type SpecialProcedure } from './special-procedure.ts';

/** Nothing waits for them any more: procedures under way in a case that ends before its decision. */
export const lapsed = (all: readonly SpecialProcedure[], now: Instant): readonly Write[] =>
  all
    .filter(({ state }) => state === 'under-way')
    .map((each) => change(specialProcedure, each, { state: 'lapsed', endedAt: now }));
