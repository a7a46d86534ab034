import type { Part } from '../part.ts';
import { amendEntry } from './amend.ts';
import { answerGap, assignGap, dismissGap } from './close-gap.ts';
import { confirmEntry } from './confirm.ts';
import { knowledgeEntry } from './entry.ts';
import { knowledgeGap } from './gap.ts';
import { knowledgeMeasures } from './measures.ts';
import { missEntry } from './miss.ts';
import { publishEntry, withdrawEntry } from './publish.ts';
import { askConfirmation, expireEntry } from './run-out.ts';
import { runOutLoop } from './run-out-loop.ts';
import { searchKnowledge } from './search-view.ts';
import { writeEntry } from './write.ts';
import './refusals.ts';

/** 知识库: what may be said to callers, who answers for it, and what is missing. */
export const knowledgePart: Part = {
  nouns: [knowledgeEntry, knowledgeGap],
  actions: [
    writeEntry,
    publishEntry,
    amendEntry,
    confirmEntry,
    withdrawEntry,
    askConfirmation,
    expireEntry,
    missEntry,
    assignGap,
    answerGap,
    dismissGap,
  ],
  views: [searchKnowledge],
  measures: knowledgeMeasures,
  loops: [runOutLoop],
};
