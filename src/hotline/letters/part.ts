import type { Part } from '../part.ts';
import { tidyAttempts } from './attempts.ts';
import { letterCode } from './letter-code.ts';
import { publish, unpublish } from './publish.ts';
import { rateLetter } from './rate.ts';
import { takeBackLetter, withdrawConsent } from './take-back.ts';
import { tellCode } from './tell-code.ts';
import { publicationDraft } from './views/draft.ts';
import { publishable } from './views/publishable.ts';
import { publishedList, publishedOne } from './views/published.ts';
import { toldCode } from './views/told-code.ts';
import { writeLetter } from './write-letter.ts';
import './refusals.ts';

/** 来信 — written, followed, rated and taken back by its writer; answered ones made public. */
export const lettersPart: Part = {
  nouns: [letterCode],
  actions: [writeLetter, tellCode, rateLetter, takeBackLetter, withdrawConsent, publish, unpublish],
  views: [publicationDraft, publishable, publishedList, publishedOne, toldCode],
  loops: [tidyAttempts],
};
