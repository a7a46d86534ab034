import type { Part } from '#lib/part.ts';
import { annulBar, askAnnul, keepBar } from './annul.ts';
import { applicationBar } from './application-bar.ts';
import { runOutBar, runOutLoop } from './run-out.ts';
import { unmaskBar } from './unmask.ts';
import './refusals.ts';

/** 不得再次申请 (行政许可法 78, 79). */
export const barPart: Part = {
  nouns: [applicationBar],
  actions: [askAnnul, annulBar, keepBar, runOutBar, unmaskBar],
  loops: [runOutLoop],
};
