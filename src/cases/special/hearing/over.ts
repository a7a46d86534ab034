import { change, type Write } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { resumed, timed } from '../../clocks.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { SPECIAL_PROCEDURES } from '../../words.ts';
import { specialProcedure, type SpecialProcedure } from '../special-procedure.ts';
import type { Hearing } from './hearing.ts';
import type { HearingOnCase } from './words.ts';

type Asked = { readonly row: Pick<Hearing, 'procedure'> };
/** The standstill that began with the request; none before it. */
export const itsProcedure = find(specialProcedure, ({ row }: Asked) => ({ id: row.procedure! })); // Null finds nothing.

interface Ending {
  readonly caseFile: CaseFile;
  readonly procedure: SpecialProcedure | null;
  readonly calendar: CalendarTable;
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/** What ends with a hearing: its standstill, so that the clocks go on, and its term. Pure. */
export function over(
  { caseFile: file, procedure, calendar, by, now }: Ending,
  { result, kept }: { readonly result: string; readonly kept: Partial<HearingOnCase> },
): readonly Write[] {
  const onCase = { hearing: { ...file.hearing!, ...kept } }; // Told, or there would be no hearing.
  if (procedure?.state !== 'under-way') return [change(caseFile, file, onCase)];
  const began = { from: procedure.startedAt, reason: SPECIAL_PROCEDURES.hearing };
  const clocks = {
    legalClock: resumed(file.legalClock!, began, now),
    promisedClock: resumed(file.promisedClock!, began, now),
  };
  return [
    change(caseFile, file, {
      ...onCase,
      openProcedures: Math.max(0, (file.openProcedures ?? 1) - 1),
      hearingClock: null,
      hearingDueAt: null,
      ...timed(clocks, calendar),
    }),
    change(specialProcedure, procedure, { state: 'over', result, endedAt: now, endedBy: by.id }),
  ];
}
