import type { Measure } from '#lib/measure.ts';

/** Whether a count is of the organisation alone: its axis is one, and nobody asked for the whole region. */
export const countsWithin = ({ noun, by }: Measure, within: 'organisation' | 'region' | undefined): boolean =>
  by !== null && noun.columns[by]?.sql === 'uuid' && within !== 'region';
