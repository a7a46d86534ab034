import type { Part } from '#lib/part.ts';
import { beginBundleDraft, beginDraft, beginSupply } from './begin.ts';
import { caseDraft } from './case-draft.ts';
import { expireLoop } from './expire-loop.ts';
import { addFile, discardDraft, expireDraft, fillDraft, removeFile } from './fill.ts';
import { followRoutes, tidyFollowing } from './follow.ts';
import { submitBundle } from './submit-bundle.ts';
import { submitSupply } from './submit-supply.ts';
import { submitDraft } from './submit.ts';
import { ownCasesView, ownCaseView } from './views/own-cases.ts';
import { withdrawFor } from './withdraw-for.ts';
import './refusals.ts';

/** 网上申请 — what somebody signed in with a real name does from afar. */
export const onlinePart: Part = {
  nouns: [caseDraft],
  actions: [
    beginDraft,
    beginBundleDraft,
    beginSupply,
    fillDraft,
    addFile,
    removeFile,
    submitDraft,
    submitBundle,
    submitSupply,
    discardDraft,
    expireDraft,
    withdrawFor,
  ],
  views: [ownCasesView, ownCaseView],
  loops: [expireLoop, tidyFollowing],
  routes: followRoutes,
};
