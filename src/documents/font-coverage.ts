import { readFileSync } from 'node:fs';
import type { Paper } from './paper.ts';

const known = new Map<string, ReadonlySet<number>>();

/** The characters a TrueType font has, read from its `cmap` table (OpenType 1.9, formats 4 and 12). */
export function fontCoverage(file: string): ReadonlySet<number> {
  const found = known.get(file);
  if (found) return found;
  const bytes = readFileSync(file);
  const characters = new Set<number>();
  const cmap = tableAt(bytes, 'cmap');
  for (let at = 0; at < bytes.readUInt16BE(cmap + 2); at += 1) {
    const map = cmap + bytes.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = bytes.readUInt16BE(map);
    if (format === 4) addSegments(bytes, map, characters);
    if (format === 12) addGroups(bytes, map, characters);
  }
  known.set(file, characters);
  return characters;
}

function tableAt(bytes: Buffer, tag: string): number {
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    if (bytes.toString('latin1', at, at + 4) === tag) return bytes.readUInt32BE(at + 8);
  }
  throw new Error(`font has no table ${tag}`);
}

function addRange(from: number, to: number, characters: Set<number>): void {
  for (let code = from; code <= to; code += 1) characters.add(code);
}

function addSegments(bytes: Buffer, map: number, characters: Set<number>): void {
  const twice = bytes.readUInt16BE(map + 6);
  for (let at = 0; at < twice; at += 2) {
    const end = bytes.readUInt16BE(map + 14 + at);
    const start = bytes.readUInt16BE(map + 16 + twice + at);
    if (end !== 0xffff) addRange(start, end, characters);
  }
}

function addGroups(bytes: Buffer, map: number, characters: Set<number>): void {
  for (let at = 0; at < bytes.readUInt32BE(map + 12); at += 1) {
    const group = map + 16 + at * 12;
    addRange(bytes.readUInt32BE(group), bytes.readUInt32BE(group + 4), characters);
  }
}

/** Signs the font lacks, and those it has that say the same: a minus is not worth a 〓. */
const SAME: Readonly<Record<string, string>> = { '−': '–', '☑': '√', '☒': '×', '✗': '×', '✔': '√', '‑': '-' };

/**
 * A copy of the paper in which a sign the font lacks is the like one it has, and every character the font lacks is the printer's 〓, and the list of those characters as
 * `U+20BB7`. A silent box would hide that a name is wrong.
 */
export function replaceUncovered(
  paper: Paper,
  covered: ReadonlySet<number>,
): { readonly paper: Paper; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const replace = (text: string): string =>
    text.replace(/[^\n\t]/gu, (character) => {
      const code = character.codePointAt(0)!;
      if (covered.has(code)) return character;
      const same = SAME[character];
      if (same !== undefined) return same;
      missing.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      return '〓';
    });
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return NAMES.has(key) ? value : replace(value);
    if (Array.isArray(value)) return value.map((each) => walk(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return { paper: walk(paper) as Paper, missing: [...missing] };
}

/** Properties that are not printed. */
const NAMES: ReadonlySet<string> = new Set([
  'id',
  'ref',
  'link',
  'kind',
  'align',
  'shade',
  'orientation',
  'sheet',
]);
