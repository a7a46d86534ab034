import type { Part } from '#lib/part.ts';
import { deemRenewed, renewLoop } from './deem-renewed.ts';
import { endingResults } from './ending-view.ts';
import { noteRenewBy } from './renew-by.ts';
import { renewalRules } from './rules.ts';
import './refusals.ts';

/** 延续 (行政许可法 50): asked for before the end, decided before it, or renewed by itself. */
export const renewalPart: Part = {
  actions: [deemRenewed, noteRenewBy],
  settings: [renewalRules],
  views: [endingResults],
  loops: [renewLoop],
};
