/** Text that is already HTML; only `html` and `raw` make it, so everything else is escaped. */
export interface Html {
  readonly __html: string;
}
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!);

type Part = string | number | bigint | boolean | null | undefined | Html | readonly Part[];

function printed(part: Part): string {
  if (part === null || part === undefined || part === false || part === true) return '';
  if (Array.isArray(part)) return part.map(printed).join('');
  return typeof part === 'object' ? (part as Html).__html : escapeHtml(String(part));
}

/**
 * An auto-escaping template: `` html`<a href="${url}">${name}</a>` ``. Attribute values stand in double quotes, always;
 * nothing is put inside `<script>`; the scheme of a URL is the caller's care.
 */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  __html: strings.reduce((text, string, index) => text + printed(parts[index - 1]) + string),
});
