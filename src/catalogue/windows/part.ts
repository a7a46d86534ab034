import type { Part } from '#lib/part.ts';
import { assignWindow, changeList, endList } from './assign.ts';
import { townWindows } from './kinds.ts';
import { windowList } from './list.ts';
import { setUpView } from './set-up-view.ts';

/** 窗口受理清单: which window takes what. */
export const windowsPart: Part = {
  nouns: [windowList],
  actions: [assignWindow, changeList, endList],
  views: [setUpView],
  settings: [townWindows],
};
