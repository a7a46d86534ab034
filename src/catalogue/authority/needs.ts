import { alikeTo, rows, type Need } from '#lib/action/need.ts';
import { item } from '../item/item.ts';
import { authorityLetter, type AuthorityLetter } from './letter.ts';
import { approvalSeal, type ApprovalSeal } from './seal.ts';

/** The letters of a department, for `lettersFor`: `needs: { letters: lettersOf(({ row }) => row.organisation) }`. @public */
export const lettersOf = <Question>(
  of: (question: Question) => string,
): Need<Question, readonly AuthorityLetter[]> =>
  rows(authorityLetter, (question: Question) => ({ organisation: of(question) }));

/** The seals of a department, for `sealScope`. @public */
export const sealsOf = <Question>(
  of: (question: Question) => string,
): Need<Question, readonly ApprovalSeal[]> =>
  rows(approvalSeal, (question: Question) => ({ organisation: of(question) }));

type OfItem = { readonly input: { readonly item: string } };
const itemSaid = ({ input }: OfItem) => ({ number: input.item.trim() });
/** The letters of the department that an item named in the input belongs to: for what is decided at its birth. @public */
export const lettersOfItem = alikeTo([authorityLetter, 'organisation'], [item, 'organisation'], itemSaid);
/** Its seals. @public */
export const sealsOfItem = alikeTo([approvalSeal, 'organisation'], [item, 'organisation'], itemSaid);
