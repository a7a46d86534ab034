import { refuse } from '#lib/refusal.ts';
import { paragraphReader } from './docx-paragraphs.ts';
import type { Extracted } from './extracted.ts';
import type { Source } from './limits.ts';
import { mainPart, openOffice } from './office.ts';
import { textBuilder } from './text-builder.ts';

/**
 * What a Word document says: paragraphs and tables in document order, nested tables and text boxes included, then the
 * footnotes and endnotes. Deleted revisions, hidden text, headers and footers are not read; automatic numbers are not
 * part of the text.
 */
export function readDocx(source: Source): Extracted {
  const office = openOffice(source);
  const text = textBuilder(source.name, source.limits.lines);
  const part = mainPart(office, 'word/document.xml');
  const reader = paragraphReader(text);
  if (!office.read(part, reader.handler)) {
    refuse('documents.damaged', { name: source.name, what: '缺少正文' });
  }
  const relations = [...office.relations(part).values()];
  for (const notes of ['footnotes', 'endnotes']) {
    const at = relations.find(({ type }) => type === notes)?.target;
    if (at !== undefined) office.read(at, paragraphReader(text).handler);
  }
  const { pictures, isHiding, isEmbedding } = reader.seen();
  if (pictures > 0) text.unread(`有 ${pictures} 张图片，图中文字未读`);
  if (isHiding) text.unread('有隐藏文字，未读');
  if (isEmbedding) text.unread('有嵌入的其他文件，未读');
  return text.done('docx');
}
