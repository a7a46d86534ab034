import { askedIf, opened } from '#lib/action/need.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { coveredText, withoutCaller } from '#lib/covering/masking.ts';
import type { Recorded } from '#lib/covering/recorded.ts';

type Asked = { readonly row: { readonly id: string; readonly isConfidential: boolean | null } };

/** Who must stay unknown, to compare words of an order with; of any order but a confidential one nobody. */
export const speakerNeeds = {
  speakers: askedIf(
    ({ row }: Asked) => row.isConfidential === true,
    opened(protectedCaller, ({ row }: Asked) => ({ orderId: row.id })),
    [],
  ),
};

/** What becomes of words that a unit can read. */
export interface Cover {
  /** What officers tell one another: nothing in it tells who spoke. */
  readonly note: (text: string) => string;
  /** What is told to the caller: without the caller's name, number and door; the telephone of the unit stays. */
  readonly answer: (text: string) => string;
}

/** 遮盖 of what is said about the one on record. */
export const coverOf = (recorded: Recorded): Cover => ({
  note: (text) => coveredText(text, recorded),
  answer: (text) => withoutCaller(text, recorded),
});

const asSaid = (text: string): string => text;
/** 遮盖 in a confidential order; in any other words stand as they are said. */
export const coverIn = (
  { isConfidential }: { readonly isConfidential: boolean | null },
  [speaker]: readonly Recorded[],
): Cover => (isConfidential === true ? coverOf(speaker ?? {}) : { note: asSaid, answer: asSaid });
