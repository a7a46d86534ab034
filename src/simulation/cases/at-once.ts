import type { Matter } from './plan.ts';

/** What is done at the counter at once; what hangs on a project is a step of it, and goes the whole course. */
export const isAtOnce = ({ choice, project, group }: Matter): boolean =>
  choice.item.course.isInstant && project === null && group !== 'handedCity' && group !== 'handedDistrict';
