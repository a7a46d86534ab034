/** What an answer of GeoReport is made of: flat records of text and numbers, and lists of them. */
export type Value = string | number | boolean | null | readonly Item[] | Item;
export interface Item {
  readonly [name: string]: Value;
}
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 cannot say control characters at all, not even escaped. */
// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string =>
  text.replace(UNSAYABLE, '').replace(/[&<>"]/g, (letter) => ESCAPES[letter]!);

function element(name: string, value: Value): string {
  if (value === null) return `<${name}/>`;
  if (Array.isArray(value)) return `<${name}>${value.map((each) => inner(each as Item)).join('')}</${name}>`;
  if (typeof value === 'object') return `<${name}>${inner(value as Item)}</${name}>`;
  return `<${name}>${escaped(String(value))}</${name}>`;
}
const inner = (record: Item): string =>
  Object.entries(record)
    .map(([name, value]) => element(name, value))
    .join('');

/** A list as XML: `<services><service>…</service></services>`. */
export const xmlList = (plural: string, singular: string, items: readonly Item[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><${plural}>${items.map((each) => element(singular, each)).join('')}</${plural}>`;
export const xmlOne = (name: string, item: Item): string =>
  `<?xml version="1.0" encoding="utf-8"?>${element(name, item)}`;
