import type { Office } from './office.ts';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Excel writes characters that XML cannot hold as `_x000D_`, and a real `_x` as `_x005F_x`. */
export const unescapeExcel = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The texts that cells point to by number. Small readings above characters (`rPh`) are no text of the cell. */
export function readSharedStrings(office: Office, part: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isInText = false;
  let phonetic = 0;
  office.read(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      isInText = name === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (isInText) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeExcel(text));
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isInText = false;
    },
  });
  return strings;
}
