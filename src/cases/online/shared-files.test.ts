import { expect, test } from 'vitest';
import type { Attachment } from '#documents/index.ts';
import { attachment } from '#documents/index.ts';
import { create } from '#lib/action/action.ts';
import { caseFile } from '../file/case-file.ts';
import type { AskedOnline } from './asked-online.ts';
import { withFilesOfAll } from './shared-files.ts';

const paper = (name: string, state = 'present') => ({ name, state, document: null });
const made = (id: string, ...papers: readonly object[]) =>
  create(caseFile, { id, papers } as unknown as Parameters<typeof create<typeof caseFile>>[1]);
const file = (id: string) =>
  ({
    id,
    number: `FX-${id}`,
    version: 1,
    state: 'kept',
    name: `${id}.pdf`,
    sha256: `of-${id}`,
    subjectNoun: 'case-draft',
  }) as unknown as Attachment;
const asking = {
  papers: [
    { name: '营业执照', files: ['licence'] },
    { name: '布局图', files: ['plan', 'plan-2'] },
  ],
} as unknown as AskedOnline;

test('a paper of several cases lies with each of them under a record of its own, with the same content', () => {
  const cases = [
    made('water', paper('营业执照')),
    made('gas', paper('营业执照', 'waived'), paper('布局图')),
    made('road', paper('营业执照')),
  ];
  const files = ['licence', 'plan', 'plan-2', 'stray'].map(file);
  const drafted = [{ paper: '营业执照', attachment: 'licence' }];
  const writes = withFilesOfAll(cases, {
    asking,
    files,
    drafted,
    who: { matter: '开店' },
    id: (n) => `new-${n}`,
  });
  const papersOf = (id: string) =>
    (
      writes.find(({ noun, values }) => noun === caseFile && (values as { id?: string }).id === id)!
        .values as unknown as {
        papers: readonly object[];
      }
    ).papers;
  expect(papersOf('water')).toEqual([{ name: '营业执照', state: 'present', document: 'licence' }]);
  expect(papersOf('road')).toEqual([{ name: '营业执照', state: 'present', document: 'new-1001' }]);
  expect(papersOf('gas')).toEqual([
    { name: '营业执照', state: 'waived', document: null },
    { name: '布局图', state: 'present', document: 'plan' },
  ]);
  const kept = writes.filter(({ noun }) => noun === attachment).map(({ values }) => values as object);
  expect(kept).toEqual([
    { subjectNoun: 'case-file', subject: 'water', name: '营业执照 1.pdf' },
    { subjectNoun: 'case-file', subject: 'gas', name: 'plan.pdf' },
    { subjectNoun: 'case-file', subject: 'gas', name: 'plan-2.pdf' },
    { subjectNoun: 'case-file', subject: 'water', name: 'stray.pdf' },
    {
      id: 'new-1001',
      state: 'kept',
      sha256: 'of-licence',
      subjectNoun: 'case-file',
      subject: 'road',
      name: '营业执照 1.pdf',
    },
  ]);
});
