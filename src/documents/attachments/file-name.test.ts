import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispositionOf, keptName, refuseMisnamed } from './file-name.ts';

test.each([
  ['自评报告.docx', 'docx', '自评报告.docx'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['C:\\上传\\发票.PDF', 'pdf', '发票.pdf'],
  ['发票.exe', 'pdf', '发票.exe.pdf'],
  ['照片.jpeg', 'jpeg', '照片.jpeg'],
  ['台账.csv', 'txt', '台账.csv'],
  ['.htaccess', 'txt', 'htaccess.txt'],
  ['fdp.\u202Eexe', 'pdf', 'fdp.exe.pdf'], // an override that would show exe.pdf backwards
  ['a\r\nSet-Cookie: x.txt', 'txt', 'aSet-Cookie x.txt'],
  ['', 'png', '附件.png'],
  [' .. ', 'png', '附件.png'],
] as const)('%j as %s is kept as %s', (sent, kind, kept) => {
  expect(keptName(sent, kind)).toBe(kept);
});

test('whatever was sent, the name is one line of limited length with a true ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (sent) => {
      const name = keptName(sent, 'pdf');
      expect(name).toMatch(/^[^/\\\p{Cc}"]+\.pdf$/u);
      expect(name.length).toBeLessThanOrEqual(244); // 120 characters, two units each at most, and .pdf
      expect(dispositionOf(name)).toMatch(/^[\x20-\x7e]+$/);
      expect(keptName(name, 'pdf')).toBe(name);
    }),
  );
});

test('a header carries the name in UTF-8, and a plain one for old clients', () => {
  expect(dispositionOf("张三's (1).pdf")).toBe(
    'attachment; filename="attachment.pdf"; filename*=UTF-8\'\'%E5%BC%A0%E4%B8%89%27s%20%281%29.pdf',
  );
});

test.each([
  ['身份证.png', 'txt', true],
  ['申请书.PDF', 'csv', true],
  ['营业执照.xlsx', 'txt', true],
  ['章程.docx', 'txt', true],
  ['台账.XLS', 'csv', true],
  ['台账.csv', 'csv', false],
  ['申请书.pdf', 'pdf', false],
  ['照片.png', 'jpeg', false],
  ['说明.txt', 'txt', false],
  ['pdf', 'txt', false],
] as const)(
  'text under the name of a scan, a photograph or an office file is refused: %j as %s, %s',
  (sent, kind, isRefused) => {
    const work = () => refuseMisnamed(sent, kind);
    if (isRefused) expect(work).toThrow(expect.objectContaining({ code: 'documents.misnamed' }) as Error);
    else expect(work).not.toThrow();
  },
);
