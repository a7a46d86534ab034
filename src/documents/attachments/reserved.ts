import type { Noun, Row } from '#lib/action/noun.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Attachment } from './attachment.ts';

/** The record that files hang on, and who asks about them. */
export interface Reserving {
  readonly noun: Noun;
  readonly row: Row;
  readonly by: Person;
  readonly scopes: ScopeTree;
}

const isReserved = (row: Row, when: string): boolean =>
  when === 'always' || (row as unknown as Readonly<Record<string, unknown>>)[when] === true;

/** Whether somebody who sees the record opens this file of it. */
export function isOpenTo(
  { noun, row, by, scopes }: Reserving,
  file: Pick<Attachment, 'isReleased' | 'uploadedBy'>,
): boolean {
  const { holdsFiles, reservedFiles } = noun;
  if (file.uploadedBy === by.id) return true;
  if (!holdsFiles) return false;
  if (reservedFiles === null || !isReserved(row, reservedFiles.when) || file.isReleased === true) return true;
  return permit(reservedFiles.knows, by, row, scopes) === 'allowed';
}

/**
 * Whether what this person brings is released as it comes. Asked of every file of such a noun, reserved or not: the flag may
 * be set later, and what a unit found itself stays its own.
 */
export function isReleasedBy({ noun, row, by, scopes }: Reserving): boolean {
  const { reservedFiles } = noun;
  if (reservedFiles === null) return false;
  return (
    permit(reservedFiles.gives, by, row, scopes) === 'allowed' &&
    permit(reservedFiles.knows, by, row, scopes) !== 'allowed'
  );
}
