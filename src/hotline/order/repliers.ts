import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { WorkOrder } from './work-order.ts';

type Replied = Pick<WorkOrder, 'repliedBy'>;

/** Who has answered the order by now, in this round or an earlier one, with the one who answers. */
export const repliersOf = ({ repliedBy }: Replied, by: Person): readonly string[] => [
  ...new Set([...(repliedBy ?? []), by.id]),
];

/** Refuses to let somebody ask the caller what their own answer was worth. */
export function mustNotHaveReplied({ repliedBy }: Replied, by: Person): void {
  if (repliedBy?.includes(by.id)) refuse('hotline.own-reply');
}
