import { expect, test } from 'vitest';
import { importCases } from '#cases/index.ts';
import { importItems } from '#catalogue/index.ts';
import { evaluateTopicFile, evaluateUnitFile } from '#hotline/assist/index.ts';
import { Refusal } from '#lib/refusal.ts';
import { exitOf } from './exit-code.ts';

test.each([
  'catalogue.unreadable',
  'cases.unreadable',
  'hotline.unreadable',
  'documents.empty',
  'cli.no-file',
])('%s: the input is unreadable, 2', (code) => {
  expect(exitOf(code)).toBe(2);
});
test.each(['catalogue.faulty', 'cases.unknown-paper', 'lib.not-found'])('%s: refused, 1', (code) => {
  expect(exitOf(code)).toBe(1);
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const GZIP_CUT_SHORT = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b]);
test.each([
  ['text called a workbook', 'bad.xlsx', utf8('garbage')],
  ['lines that are no JSON', 'bad.jsonl', utf8('这不是 JSON\n')],
  ['bytes called JSON', 'g.json', Uint8Array.from([0, 159, 146, 150, 255])],
  ['a cut gzip', 'bad.jsonl.gz', GZIP_CUT_SHORT],
])('items and cases: %s ends with 2, before anything is asked of the database', async (_, name, bytes) => {
  for (const read of [importItems, importCases]) {
    const fault: unknown = await read({} as never, { name, bytes }).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Refusal);
    expect([read.name, exitOf((fault as Refusal).code)]).toEqual([read.name, 2]);
  }
});

test.each([
  ['a line that is no JSON', utf8('{"label": "路灯", \n')],
  ['bytes that are no text', Uint8Array.from([0, 159, 146, 150, 255])],
  ['an empty file', utf8('')],
  ['a row without a body', utf8('{"label": "路灯"}\n')],
  ['a cut gzip', GZIP_CUT_SHORT],
])('classify --evaluate: %s ends with 2, of letters and of units', (_, bytes) => {
  const how = { folds: undefined, model: undefined };
  for (const read of [() => evaluateTopicFile(bytes, how, () => undefined), () => evaluateUnitFile(bytes)]) {
    let code = '';
    try {
      read();
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      code = fault.code;
    }
    expect([code, exitOf(code)]).toEqual([code, 2]);
  }
});
