export type { Extracted, ExtractedCell, ExtractedLine, ExtractedTable } from './extracted.ts';
export { readLimits, type ReadLimits } from './limits.ts';
export { readDocument } from './read.ts';
