import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { accepted, acceptanceNeeds } from '../file/accept.ts';
import { caseFile } from '../file/case-file.ts';
import { marked } from '../file/paper.ts';
import { refuseConflict } from '../file/separation.ts';
import { creditNeeds, refuseBrokenWord } from '../tolerance/own-word.ts';
import { sheets } from '../file/sheet.ts';
import { promisedPapers } from './promised.ts';
import { OwnFile } from '../file/fields.ts';
import { commitmentFor } from './signed.ts';

/**
 * 告知承诺受理 — what the item's promise replaces is not asked for any more; the promise is kept as it read on that day. Not
 * where the item excludes it, nor for whoever broke their word before (国办发〔2020〕42号).
 */
export const acceptOnCommitment = action(caseFile, {
  name: 'accept-on-commitment',
  title: '告知承诺受理',
  about: '申请人书面承诺后，承诺所替代的证明不再索要；决定后核查；不适用情形和失信未修复的除外',
  may: { 'cases.clerk': 'place' },
  from: ['received', 'correcting'],
  to: ['accepted'],
  input: Type.Object({
    isSigned: Type.Boolean({ title: '申请人已签署告知承诺书' }),
    isExcluded: Type.Boolean({ title: '属于不适用告知承诺的情形' }),
    sheet: Type.Optional(OwnFile('承诺书扫描件（窗口没有见到申请人、也没有在网上选择告知承诺的须有）')),
  }),
  needs: { ...acceptanceNeeds, ...creditNeeds, attached: sheets },
  decide(given) {
    const { caseFile: mine, input, by, now } = given;
    refuseConflict(mine, by);
    refuseBrokenWord(mine, given);
    const { patch, course, writes } = accepted(given, { acceptance: 'committed', at: now });
    const commitment = course.commitment ?? refuse('cases.no-commitment', { item: mine.itemName });
    if (input.isExcluded)
      refuse('cases.excluded', { exclusions: commitment.exclusions.join('；') || '经办人认定' });
    const commitmentSigned = commitmentFor(mine, given);
    const names = promisedPapers(mine, commitment);
    return [
      {
        ...patch,
        acceptedBy: by.id,
        papers: marked(mine.papers, names, 'promised'),
        promise: commitment.text,
        commitmentSigned,
      },
      ...writes,
    ];
  },
});
