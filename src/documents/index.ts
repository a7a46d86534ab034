export type { Extracted, ExtractedCell, ExtractedLine, ExtractedTable } from './extracted.ts';
export { readLimits, type ReadLimits } from './limits.ts';
export { readDocument } from './read.ts';
export type { ChildJob } from './child-message.ts';
export { dismissChildren } from './child-pool.ts';
export { childLimits, type ChildLimits } from './child-process.ts';
export { readInChild } from './read-in-child.ts';
export {
  readRows,
  type FileRows,
  type NamedFile,
  type PlacedRow,
  type RowFault,
  type Told,
} from './read-rows.ts';
export { runInChild } from './run-in-child.ts';
export {
  cell,
  headCell,
  heading,
  note,
  numberCell,
  paragraph,
  qr,
  table,
  type Align,
  type Block,
  type Cell,
  type Orientation,
  type Paper,
  type PaperSheet,
  type PaperSource,
  type PaperTable,
  type Run,
  type Shade,
  type Words,
} from './paper.ts';
export { qrSvg } from './qr.ts';
export { mediaTypes, writePaper, type PaperFormat } from './write.ts';
export { attachmentType, type AttachmentKind, type AttachmentType } from './attachment-kind.ts';
export { findCsvRows, parseCsv, writeCsv, type CsvRow } from './csv.ts';
export { directoryStore, fileNameOf, isFileName, type FileName, type FileStore } from './store.ts';
/** For needs of modules whose rows refer to files. @public */
export { attachment, type Attachment } from './attachments/attachment.ts';
export { takeUpload } from './attachments/take-upload.ts';
/** For a module whose rows are read by more people than the record their files belong to. */
export { attachmentStore } from './attachments/keeping.ts';
export { dispositionOf } from './attachments/file-name.ts';
