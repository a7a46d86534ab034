import type { WorkOrder } from './work-order.ts';

/** Nothing of it is public. */
export const NOT_PUBLIC = {
  publishedAt: null,
  publicTitle: null,
  publicText: null,
  publicReply: null,
} as const;

/** What was released is an answer that stands no more: the next one is read and released anew. */
export const publicNoMore = ({
  publishedAt,
}: Pick<WorkOrder, 'publishedAt'>): typeof NOT_PUBLIC | Record<string, never> =>
  publishedAt === null ? {} : NOT_PUBLIC;
