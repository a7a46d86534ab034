import type { Elements } from '../elements/elements.ts';
import type { WindowType } from '../words.ts';
import { exampleBasicCode, exampleBodyCode } from './codes.ts';
import { elementsOf } from './elements-of.ts';
import { ENTRIES, TOWN, VILLAGE, type Entry } from './entry.ts';

/** An item ready to be recorded, and which counters take it. */
export interface Offer {
  readonly code: string;
  readonly elements: Elements;
  readonly windows: readonly WindowType[];
  readonly isNearby: boolean;
}
const PORTAL = 'https://zwfw-new.hunan.gov.cn/';

const isOfTowns = ({ unit }: Entry): boolean => unit === TOWN || unit === VILLAGE;

/**
 * The items of the demonstration in the order of the list; those of towns and villages once for each of these towns. The
 * codes are examples: of the right form, with check characters, and nobody's.
 */
export function offersOf(towns: readonly string[]): readonly Offer[] {
  const serials = new Map(ENTRIES.map(({ name }, at) => [name, at + 1]));
  const bodies = [
    ...new Set([...ENTRIES.filter((each) => !isOfTowns(each)).map(({ unit }) => unit), ...towns]),
  ];
  const basicCodeOf = (name: string): string => {
    const entry = ENTRIES.find((each) => each.name === name);
    if (!entry) throw new Error(`no item ${name} in the demonstration`);
    return exampleBasicCode(entry.type, serials.get(name)!);
  };
  const offered = (entry: Entry, body: string): Offer => {
    const bodyCode = exampleBodyCode(bodies.indexOf(body) + 1);
    const basicCode = basicCodeOf(entry.name);
    const elements = elementsOf(entry, { body, bodyCode, basicCode, basicCodeOf, onlineAddress: PORTAL });
    return {
      code: elements.implementingCode!,
      elements,
      windows: entry.windows,
      isNearby: entry.isNearby === true,
    };
  };
  return ENTRIES.flatMap((entry) =>
    (isOfTowns(entry) ? towns : [entry.unit]).map((body) => offered(entry, body)),
  );
}
