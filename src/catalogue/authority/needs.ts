import { rows, type Need } from '#lib/action/need.ts';
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
