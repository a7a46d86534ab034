import type { Instant } from '#lib/time.ts';
import { inTime } from '../clocks.ts';
import type { CaseFile } from './case-file.ts';
import type { Delivery } from './kept.ts';

/**
 * What a case keeps once its result is in the applicant's hands, by whichever door, alone or with others of its bundle:
 * how and when, and whether within the ten days of its own decision (行政许可法 44). Pure.
 */
export const handedOver = (
  { issueDueAt }: Pick<CaseFile, 'issueDueAt'>,
  { way, proof, sheet }: Pick<Delivery, 'way' | 'sheet'> & { readonly proof: string },
  now: Instant,
) =>
  ({
    state: 'completed',
    delivery: { way, at: now, ...(sheet === undefined ? {} : { sheet }) },
    deliveredTo: { plain: proof.trim() },
    isDeliveredInTime: issueDueAt === null ? null : inTime(now, issueDueAt),
    completedAt: now,
    endedAt: now,
  }) as const;
