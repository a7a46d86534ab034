import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { MAY } from './rights.ts';
import { serviceWindow } from './window.ts';

/** 关闭窗口 — for good; its label becomes free. */
export const closeWindow = action(serviceWindow, {
  name: 'close',
  title: '关闭窗口',
  may: MAY,
  from: ['open', 'paused'],
  to: ['closed'],
  input: Type.Object({}),
  decide: () => ({ state: 'closed' }),
});
