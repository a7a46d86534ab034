import type { FrameworkBody } from '../row.ts';
import { ministry2013 } from './ministry-2013.ts';
import { yueyang2020 } from './yueyang-2020.ts';

/** Forms that come with the program, by the key an adoption names. */
export const shippedFrameworks: Readonly<Record<string, FrameworkBody>> = {
  'yueyang-2020': yueyang2020,
  'ministry-2013': ministry2013,
};
