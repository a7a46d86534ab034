/** An opening tag, read only where somebody asks: most attributes of an office file are never looked at. */
export interface Attributes {
  readonly source: string;
  /** Just behind `<`. */
  readonly from: number;
  /** At `>`. */
  readonly to: number;
}

const isNameEnd = (code: number): boolean => code <= 32 || code === 47;

/** The local name of the tag at `from`. */
export function openName(source: string, from: number, to: number): string {
  let start = from;
  let at = from;
  for (; at < to && !isNameEnd(source.charCodeAt(at)); at += 1)
    if (source.charCodeAt(at) === 58) start = at + 1;
  return known(source.slice(start, at));
}

// One string per name: a slice of the source would keep a whole megabyte of it alive.
const names = new Map<string, string>();
function known(name: string): string {
  const found = names.get(name);
  if (found !== undefined) return found;
  const own = Buffer.from(name).toString();
  if (names.size < 5000) names.set(own, own);
  return own;
}

const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The value of an attribute by its local name: `attribute(tag, 'val')` finds `w:val`. */
export function attribute(tag: Attributes, name: string): string | undefined {
  // `openName` has passed the element's name; whatever precedes the first blank holds no attribute.
  let at = tag.from;
  while (at < tag.to && !isNameEnd(tag.source.charCodeAt(at))) at += 1;
  while (at < tag.to) {
    while (at < tag.to && isNameEnd(tag.source.charCodeAt(at))) at += 1;
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(tag.source);
    if (!match || match.index >= tag.to) return undefined;
    if (match[1]!.slice(match[1]!.indexOf(':') + 1) === name)
      return decodeEntities(match[2] ?? match[3] ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  return undefined;
}

/** A whole number attribute, `fallback` when absent or no number. */
export function numberAttribute(tag: Attributes, name: string, fallback: number): number {
  const value = Number.parseInt(attribute(tag, name) ?? '', 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : fallback;
}

/** Character data between two tags, entities resolved. */
export function textOf(source: string, from: number, to: number): string {
  return decodeEntities(source.slice(from, to));
}

const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named]!;
    const code = hex === undefined ? Number.parseInt(decimal!, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
