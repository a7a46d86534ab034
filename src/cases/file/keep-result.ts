import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { itemEdition } from '#catalogue/index.ts';
import type { Attachment } from '#documents/index.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import './refusals.ts';
import { resultOf } from './result.ts';
import { refuseConflict } from './separation.ts';
import { OwnFile } from './fields.ts';
import { refuseUsed, sheets } from './sheet.ts';

/** The one file meant, of those laid with a case since its decision: nothing an applicant handed in is a result. Pure. */
function resultAmong(
  attached: readonly Attachment[],
  { decidedAt }: Pick<CaseFile, 'decidedAt'>,
  name: string | undefined,
): Attachment {
  const laid = attached
    .filter(({ state, uploadedAt }) => state === 'kept' && decidedAt !== null && uploadedAt >= decidedAt)
    .toSorted((a, b) => (a.uploadedAt < b.uploadedAt ? -1 : 1));
  const meant = name === undefined ? laid : laid.filter((each) => each.name === name.trim());
  if (meant.length === 0) refuse('cases.result-file-none');
  if (name === undefined && meant.length > 1)
    refuse('cases.result-file-which', { names: meant.map((each) => each.name ?? each.number).join('、') });
  return meant.at(-1)!; // Of two of one name the later.
}

type Asked = { readonly row: Pick<CaseFile, 'id' | 'itemEdition'> };
const DECIDED: ReadonlySet<CaseFile['outcome']> = new Set(['granted', 'refused']);

/**
 * 登记结果扫描件 — what was sealed, or the decision itself where nothing is issued on it – a refusal is a paper, too (行政许可法
 * 38) –, as a file that its applicant finds under 我的办件 once it is handed out; again for a better one.
 */
export const keepResult = action(caseFile, {
  name: 'keep-result',
  title: '登记结果扫描件',
  about: '先把结果文书或不予决定书的扫描件作为附件上传到本件；送达后申请人可以在「我的办件」下载',
  may: { 'cases.sealer': 'department', 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  from: ['granted', 'issued', 'refused', 'completed'],
  to: ['granted', 'issued', 'refused', 'completed'],
  input: Type.Object({
    name: Type.Optional(OwnFile('结果文书扫描件（决定后只上传了一个文件时不填）')),
  }),
  needs: { attached: sheets, edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })) },
  when: (row) => DECIDED.has(row.outcome) && row.revokedAt === null,
  decide({ caseFile: mine, input, attached, edition, by }) {
    refuseConflict(mine, by);
    const result = resultOf(edition?.elements);
    // What is to be issued yet is no file yet.
    if (mine.state === 'granted' && result !== null) refuse('cases.needs-result', { result });
    const scan = resultAmong(attached, mine, input.name);
    refuseUsed(mine, scan, '结果文书扫描件');
    return { state: mine.state, resultFile: scan.id };
  },
});
