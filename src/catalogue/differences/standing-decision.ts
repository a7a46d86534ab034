import { folded, type Difference } from '../compare/compare.ts';
import type { ItemDifference } from './difference.ts';

export type Decision = Pick<
  ItemDifference,
  'state' | 'item' | 'above' | 'field' | 'ownText' | 'aboveText' | 'reason' | 'decidedOn' | 'decidedBy'
>;
/** A difference with the word that stands about it; null while it is open. */
export interface SettledDifference extends Difference {
  readonly declined: Pick<Decision, 'reason' | 'decidedOn' | 'decidedBy'> | null;
}

const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : folded(one) === folded(other);

/** The decision to keep one's own that still stands: about this pair, this field and these two texts. The last counts. */
const standing = (decisions: readonly Decision[], difference: Difference): Decision | undefined =>
  decisions.findLast(
    ({ state, field, ownText, aboveText }) =>
      state === 'declined' &&
      field === difference.field &&
      isSame(ownText, difference.own) &&
      isSame(aboveText, difference.theirs),
  );

/** The differences of a pair with what was decided about each; `decisions` are those of the pair, oldest first. */
export const withDecisions = (
  differences: readonly Difference[],
  decisions: readonly Decision[],
): readonly SettledDifference[] =>
  differences.map((difference) => {
    const found = standing(decisions, difference);
    const declined = found
      ? { reason: found.reason, decidedOn: found.decidedOn, decidedBy: found.decidedBy }
      : null;
    return { ...difference, declined };
  });
