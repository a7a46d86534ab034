import type { Part } from '#lib/part.ts';
import { beginFor } from './begin-for.ts';
import { draftByCode } from './by-code.ts';
import { heldRoutes } from './held-for.ts';
import { takeInBundle } from './take-in-bundle.ts';
import { takeIn } from './take-in.ts';
import './refusals.ts';

/** 窗口凭码收件 — a draft goes to the counter on paper, and is taken in there once. */
export const counterPart: Part = {
  actions: [beginFor, takeIn, takeInBundle],
  views: [draftByCode],
  routes: heldRoutes,
};
