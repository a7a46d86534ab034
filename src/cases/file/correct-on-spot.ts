import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese } from '#lib/time.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { Reason } from './fields.ts';
import { PAPER_NAME } from './paper.ts';
import { refuseConflict } from './separation.ts';
import { refuseDeemed } from './told.ts';

/** What departments found in this paper before the one notice is put right with it; a notice that went out stays as it was. */
const leftOf = ({ gaps, correctionAskedAt }: CaseFile, paper: string): CaseFile['gaps'] => {
  if (gaps === null || correctionAskedAt !== null) return gaps;
  const left = gaps.filter((each) => each.paper !== paper);
  return left.length > 0 ? left : null;
};

/**
 * 当场更正 — a fault in a paper that can be put right on the spot is: the applicant must be let, no notice is needed for it,
 * and the five days go on from the papers (行政许可法 32). A paper that lacks is brought (`add-papers`).
 */
export const correctOnSpot = action(caseFile, {
  name: 'correct-on-spot',
  title: '当场更正',
  about: '申请材料存在可以当场更正的错误的，应当允许申请人当场更正；只作记录，不必告知补正，期限不变',
  may: { 'cases.clerk': 'place' },
  from: ['applied', 'received'],
  to: ['applied', 'received'],
  input: Type.Object({
    paper: Type.String({ title: '材料', ...PAPER_NAME }),
    what: Reason('更正了什么'),
  }),
  decide({ caseFile: mine, input, by, now }) {
    refuseConflict(mine, by);
    refuseDeemed(mine, now);
    const name = input.paper.trim();
    const paper = mine.papers.find((each) => each.name === name);
    if (!paper) refuse('cases.unknown-paper', { names: name });
    if (paper.state === 'missing') refuse('cases.papers-missing', { names: name });
    const line = `${formatChinese(now)} ${name}：${input.what.trim()}`;
    return {
      state: mine.state,
      spotCorrections: [mine.spotCorrections ?? [], line].flat().join('\n'),
      gaps: leftOf(mine, name),
    };
  },
});
