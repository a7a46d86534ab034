import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fontCoverage, replaceUncovered } from './font-coverage.ts';
import { note } from './index.ts';
import { printable } from './printable.ts';

const SRC = join(import.meta.dirname, '..');
const FONTS = ['Regular', 'Bold'].map((weight) =>
  fontCoverage(join(import.meta.dirname, 'fonts', `NotoSansSC-${weight}.ttf`)),
);
/** Tables of what foreign reports write are read, never printed; screens and terminals have fonts of their own. */
const NOT_PRINTED =
  /^(?:desk|portal)\/|^lib\/progress\.ts$|^performance\/(?:audit\/text|rules\/parse)\/|\/testing\/|\.test\.ts$/;

/** Texts and templates of a file; not its comments and not its regular expressions. */
function textsOf(source: string): string {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('', source, ts.ScriptTarget.Latest));
  return texts.join('');
}
/** As a writer gets it, and what of it would be printed as 〓. */
const printed = (text: string, covered: ReadonlySet<number>) =>
  replaceUncovered({ title: '', blocks: [note(printable(text))] }, covered);
/** Most files are clear at a look; only the others are taken apart. */
const lackedIn = (source: string, covered: ReadonlySet<number>): readonly string[] =>
  printed(source, covered).missing.length === 0 ? [] : printed(textsOf(source), covered).missing;

describe('the PDF font', () => {
  const files = globSync('**/*.ts', { cwd: SRC }).filter((path) => !NOT_PRINTED.test(path));

  test('has every sign that a text of this program holds, or one that says the same', () => {
    const lacked = files.flatMap((path) =>
      FONTS.flatMap((covered) => {
        const missing = lackedIn(readFileSync(join(SRC, path), 'utf8'), covered);
        return missing.length > 0 ? [`${path}: ${missing.join(' ')}`] : [];
      }),
    );
    expect(files.length).toBeGreaterThan(500);
    expect(lacked).toEqual([]);
  });

  test.each([...'−×÷≥≤±→①⑳〔〕《》「」…—–·％‰￥§√'])('prints %s', (sign) => {
    for (const covered of FONTS) expect(printed(sign, covered).missing).toEqual([]);
  });

  test('prints a minus as a dash of the same width, and what nobody has as 〓 with its number', () => {
    expect(printed('100 − 0.3 𠮷', FONTS[0]!)).toEqual({
      paper: { title: '', blocks: [note('100 – 0.3 〓')] },
      missing: ['U+20BB7'],
    });
  });
});
