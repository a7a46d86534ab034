import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import { openName, textOf, type Attributes } from './xml-token.ts';

/** What a reader wants to hear of an XML part. Names come without their prefix: `w:p` is `p`. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export interface XmlPart {
  readonly bytes: Uint8Array;
  /** Name of the whole file, for sentences. */
  readonly name: string;
  readonly depth: number;
}

const CHUNK = 1 << 20;
const LONGEST_TOKEN = 16 << 20;

/**
 * Reads a part from front to back without building a tree, a megabyte at a time: a sheet of 150 MB needs no more memory
 * than one of 2 MB. Document types are refused, so there are no entities but the five of XML itself. Refuses with
 * `documents.doctype` and `documents.damaged`.
 */
export function readXml(part: XmlPart, handler: XmlHandler): void {
  const decoder = decoderOf(part.bytes);
  const walk = walker(part, handler);
  let rest = '';
  for (let at = 0; at < part.bytes.length; at += CHUNK) {
    const chunk = part.bytes.subarray(at, at + CHUNK);
    rest = walk.feed(rest + decoder.decode(chunk, { stream: true }), false);
    if (rest.length > LONGEST_TOKEN) damaged(part, 'XML 标记过长');
  }
  rest = walk.feed(rest + decoder.decode(), true);
  if (rest.trim() !== '' || !walk.isComplete()) damaged(part, 'XML 不完整');
}

const damaged = (part: XmlPart, what: string): never =>
  refuse('documents.damaged', { name: part.name, what });

function decoderOf(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^[^<]{0,3}<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

interface Walker {
  /** Handles every complete token and returns what is left over. */
  readonly feed: (source: string, last: boolean) => string;
  /** One element at least, and every one closed. */
  readonly isComplete: () => boolean;
}

function walker(part: XmlPart, handler: XmlHandler): Walker {
  const names: string[] = [];
  let hasElement = false;
  const close = (name: string): void => {
    if (names.pop() !== name) damaged(part, 'XML 标记不配对');
    handler.close?.(name);
  };
  const tag = (source: string, from: number, to: number): void => {
    if (source.charCodeAt(from) === SLASH) return close(openName(source, from + 1, to));
    const name = openName(source, from, to);
    const selfClosing = source.charCodeAt(to - 1) === SLASH;
    names.push(name);
    hasElement = true;
    if (names.length > part.depth) damaged(part, 'XML 嵌套过深');
    handler.open?.(name, { source, from, to });
    if (selfClosing) close(name);
  };
  const feed = (source: string, last: boolean): string => {
    let at = 0;
    for (;;) {
      const less = source.indexOf('<', at);
      const textEnd = less < 0 ? source.length : less;
      if (less < 0 && !last) return source.slice(at);
      if (textEnd > at && names.length > 0) handler.text?.(textOf(source, at, textEnd));
      if (less < 0) return names.length > 0 ? source.slice(at) : '';
      const token = tokenEnd(source, less);
      if (token === undefined) return source.slice(less);
      if (token.kind === 'doctype') refuse('documents.doctype', { name: part.name });
      if (token.kind === 'tag') tag(source, less + 1, token.end - 1);
      if (token.kind === 'cdata') handler.text?.(source.slice(less + 9, token.end - 3));
      at = token.end;
    }
  };
  return { feed, isComplete: () => hasElement && names.length === 0 };
}

const SLASH = 47;

interface Token {
  readonly kind: 'tag' | 'comment' | 'cdata' | 'instruction' | 'doctype';
  /** Just behind the token. */
  readonly end: number;
}

/** The token that begins at `<`, or nothing when its end is not there yet. */
function tokenEnd(source: string, less: number): Token | undefined {
  if (source.length < less + 9) return shortToken(source, less);
  if (source.startsWith('<!--', less)) return endsWith(source, less + 4, '-->', 'comment');
  if (source.startsWith('<![CDATA[', less)) return endsWith(source, less + 9, ']]>', 'cdata');
  if (source.startsWith('<!', less)) return { kind: 'doctype', end: less };
  if (source.startsWith('<?', less)) return endsWith(source, less + 2, '?>', 'instruction');
  return shortToken(source, less);
}

function endsWith(source: string, from: number, mark: string, kind: Token['kind']): Token | undefined {
  const at = source.indexOf(mark, from);
  return at < 0 ? undefined : { kind, end: at + mark.length };
}

/** `>` may stand inside a quoted attribute value. */
function shortToken(source: string, less: number): Token | undefined {
  if (source[less + 1] === '!' || source[less + 1] === '?') return undefined;
  let quote = 0;
  for (let at = less + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return { kind: 'tag', end: at + 1 };
  }
  return undefined;
}
