import type { Day } from '#lib/time.ts';
import type { Item } from '../item/item.ts';
import type { AuthorityLetter } from './letter.ts';
import type { ApprovalSeal } from './seal.ts';

/** What of an item decides who may act on it. `organisation` is the department that has the power; null when unknown. */
export type Powered = Pick<Item, 'number' | 'basicCode' | 'organisation'>;
export type Term = Pick<
  AuthorityLetter,
  'organisation' | 'coversAll' | 'items' | 'startsOn' | 'endsOn' | 'revokedOn'
>;
export type Stamp = Pick<ApprovalSeal, 'organisation' | 'items' | 'inUseFrom' | 'returnedOn'>;

/** A basic code stands for every item below it. */
export const isListed = (codes: readonly string[], { number, basicCode }: Powered): boolean =>
  codes.includes(number) || (basicCode !== null && codes.includes(basicCode));

/** In force from its first day to its last, both included; the day of revocation is the first without it. */
const isInForce = ({ startsOn, endsOn, revokedOn }: Term, on: Day): boolean =>
  startsOn <= on && (endsOn === null || on <= endsOn) && (revokedOn === null || on < revokedOn);

/** The letters under which the item may be decided at the hall on that day. */
export const lettersFor = <L extends Term>(letters: readonly L[], item: Powered, on: Day): readonly L[] =>
  letters.filter(
    (letter) =>
      letter.organisation === item.organisation &&
      isInForce(letter, on) &&
      (letter.coversAll || isListed(letter.items, item)),
  );

/** One of them; nothing when there is none. */
export const findLetter = <L extends Term>(letters: readonly L[], item: Powered, on: Day): L | undefined =>
  lettersFor(letters, item, on)[0];

/** 授权到位: whether some letter covers the item on that day. */
export const letterCovers = (letters: readonly Term[], item: Powered, on: Day): boolean =>
  lettersFor(letters, item, on).length > 0;

/**
 * The seals that may be put under a decision on the item on that day: those of its department, in use, and not kept to
 * other items. The day a seal is returned is the first without it.
 */
export const sealScope = <S extends Stamp>(seals: readonly S[], item: Powered, on: Day): readonly S[] =>
  seals.filter(
    ({ organisation, items, inUseFrom, returnedOn }) =>
      organisation === item.organisation &&
      inUseFrom !== null &&
      inUseFrom <= on &&
      (returnedOn === null || on < returnedOn) &&
      (items.length === 0 || isListed(items, item)),
  );
