import { unmasking } from '#people/index.ts';
import { breach, MAY } from './breach.ts';

export const unmaskBreach = unmasking(breach, MAY);
