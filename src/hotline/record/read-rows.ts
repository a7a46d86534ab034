import { readRows as rowsOf, type FileRows, type NamedFile } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import './refusals.ts';

export type { NamedFile, PlacedRow } from '#documents/index.ts';

/** The rows of a file of orders, whatever kind of file it is. Refuses `hotline.unreadable`. */
export const readRows = (file: NamedFile): Promise<FileRows> =>
  rowsOf(file, (why) => refuse('hotline.unreadable', { name: file.name, why }));
