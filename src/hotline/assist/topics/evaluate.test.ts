import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { evaluateTopics } from './evaluate.ts';
import { readLetters } from './letters.ts';
import { heldOutPath, modelPath } from './shipped.ts';

const nothing = (): void => {};
const mailbox = sharedFile('data/mailbox/train.jsonl.gz');

test('what ships is smaller than 8 MB together', () => {
  expect(statSync(modelPath).size + statSync(heldOutPath).size).toBeLessThan(8 * 1024 * 1024);
});
test('letters the shipped model has not seen are judged by it', () => {
  const found = evaluateTopics(
    [
      { label: '教育文体', text: '幼儿园收费太高\n小区的幼儿园每学期都涨学费' },
      { label: '环境保护', text: '化工厂夜里排放废气\n附近居民闻到刺鼻的气味，河水也变黑了' },
    ],
    {},
    nothing,
  );
  expect(found).toMatchObject({ method: 'shipped', folds: null, rows: 2, accuracy: 1, asWritten: null });
});
test('topics the shipped model does not know are learned from the file itself', () => {
  const letters = Array.from({ length: 200 }, (_, i) => ({
    label: i % 2 === 0 ? '路灯' : '公厕',
    text: `${i % 2 === 0 ? '路灯不亮' : '公厕太脏'}第${'甲乙丙丁戊'.charAt(i % 5)}处`,
  }));
  expect(evaluateTopics(letters, {}, nothing)).toMatchObject({
    method: 'cross-validation',
    folds: 5,
    macroF1: 1,
  });
});
test.runIf(mailbox)('a part of the training letters is judged by models that have not seen it', () => {
  const both = readLetters(readFileSync(mailbox!))
    .filter(({ written }) => written !== undefined)
    .filter((_, i) => i % 2 === 0);
  const asWritten = both.map(({ label, written }) => ({ label, text: written! }));
  const words = evaluateTopics(both, {}, nothing);
  const raw = evaluateTopics(asWritten, {}, nothing);
  expect([words.method, raw.method]).toEqual(['held-out', 'held-out']);
  // A model that remembers the letters has 1.
  expect(words.macroF1).toBeGreaterThan(0.87);
  expect(words.macroF1).toBeLessThan(0.96);
  expect(raw.macroF1).toBeGreaterThan(words.macroF1 - 0.03);
  expect(words.asWritten?.macroF1).toBeCloseTo(raw.macroF1, 12);
});
