import { sql, type RawBuilder } from 'kysely';
import { measure } from '#lib/measure.ts';
import type { Instant } from '#lib/time.ts';
import { workOrder } from '../../order/work-order.ts';
import { OPEN, RUNNING } from '../../order/words.ts';

/**
 * 超期未结 — what is overdue and nobody has finished. It changes while nobody does anything, so it is a column of the
 * bulletin alone, counted as of a moment, and no figure of a year.
 */
export const overdueOpen = measure(workOrder, {
  name: 'hotline.overdue-open',
  title: '超期未结',
  basis:
    '应办理中到统计时还没有办结、期限已过而没有答复或答复晚于期限的；已列入超期办结的不重复计，按首轮办理期限所在日',
  on: 'countedDueAt',
  by: 'handler',
  where: (row) =>
    row.and([
      row('row.state', 'in', [...OPEN]),
      row.or([row('row.isOnTime', 'is', null), row('row.isOnTime', '=', true)]),
    ]),
});

/** The half of it that depends on when one asks. */
export const isOverdueAt = (now: Instant): RawBuilder<unknown> =>
  sql`(row.due_at < ${now}::timestamptz
    and (row.state = any(${[...RUNNING]}::text[]) or row.replied_at is null or row.replied_at > row.due_at))`;
