import { parse } from 'parse5';
import { refuse } from '#lib/refusal.ts';
import { byMark, findText, findTextAs } from './decode.ts';
import type { Extracted } from './extracted.ts';
import { htmlWalker } from './html-walker.ts';
import type { Source } from './limits.ts';
import { textBuilder } from './text-builder.ts';

/**
 * What a web page says: a line per block element, tables with their merged cells. Scripts, styles, comments and the
 * head are dropped; nothing is fetched or run.
 */
export function readHtml(source: Source): Extracted {
  const document = parse(decode(source), { scriptingEnabled: false });
  const text = textBuilder(source.name, source.limits.lines);
  htmlWalker(text)(document);
  return text.done('html');
}

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

function decode({ bytes, name }: Source): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = CHARSET.exec(head)?.[1];
  // HTML 13.2.3.2: a page that can say "utf-16" in ASCII is not UTF-16.
  const declared = label === undefined || /^utf-?16/i.test(label) ? undefined : findTextAs(bytes, label);
  const found = byMark(bytes) ?? declared ?? findText(bytes)?.text;
  return found ?? refuse('documents.unknown-format', { name });
}
