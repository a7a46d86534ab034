import { readRows as rowsOf, type FileRows, type NamedFile } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { findSource } from './sources/index.ts';
import './refusals.ts';

export type { NamedFile, PlacedRow } from '#documents/index.ts';

/** The rows of a file of orders, whatever kind of file it is. Refuses `hotline.unreadable`. */
export const readRows = (file: NamedFile): Promise<FileRows> =>
  rowsOf(file, (why) => refuse('hotline.unreadable', { name: file.name, why }), areOrders);
/** Whether a table under these headings is one of orders. */
const areOrders = (headings: readonly string[]): boolean =>
  findSource([Object.fromEntries(headings.map((heading) => [heading, '']))]) !== undefined;
