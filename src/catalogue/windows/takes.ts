import type { Day } from '#lib/time.ts';
import { isListed, type Powered } from '../authority/covers.ts';
import type { WindowList } from './list.ts';

export type Listing = Pick<
  WindowList,
  'serviceWindow' | 'kind' | 'departments' | 'items' | 'startsOn' | 'endedOn'
>;

/** On its list from the first day on; the day it ends is the first without it. */
const isInUse = ({ startsOn, endedOn }: Listing, on: Day): boolean =>
  startsOn <= on && (endedOn === null || on < endedOn);

/** Whether the window takes the item on that day: its department is on the list, or the item itself. */
export const windowTakes = (list: Listing, item: Powered, on: Day): boolean =>
  isInUse(list, on) &&
  ((item.organisation !== null && list.departments.includes(item.organisation)) ||
    isListed(list.items, item));

/** The list a window works by on that day; nothing when it has none. */
export const findList = <L extends Listing>(lists: readonly L[], window: string, on: Day): L | undefined =>
  lists.find((list) => list.serviceWindow === window && isInUse(list, on));
