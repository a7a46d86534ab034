import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../fields.ts';
import { MAY } from './rights.ts';
import { serviceWindow } from './window.ts';

/** 暂停窗口. */
export const pauseWindow = action(serviceWindow, {
  name: 'pause',
  title: '暂停窗口',
  may: MAY,
  from: ['open'],
  to: ['paused'],
  input: Type.Object({ reason: Reason }),
  decide: ({ input }) => ({ state: 'paused', pausedBecause: input.reason }),
});

/** 恢复窗口. */
export const resumeWindow = action(serviceWindow, {
  name: 'resume',
  title: '恢复窗口',
  may: MAY,
  from: ['paused'],
  to: ['open'],
  input: Type.Object({}),
  decide: () => ({ state: 'open', pausedBecause: null }),
});
