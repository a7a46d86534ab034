import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { account, MAY } from './account.ts';

/** 重新启用 — without a password it waits for a link. */
export const enableAccount = action(account, {
  name: 'enable',
  title: '重新启用',
  may: MAY,
  from: ['disabled'],
  to: ['invited', 'active'],
  input: Type.Object({}),
  decide: ({ account: mine }) => ({ state: mine.password === null ? 'invited' : 'active', because: null }),
});

/** 解锁. */
export const unlockAccount = action(account, {
  name: 'unlock',
  title: '解除锁定',
  may: MAY,
  from: ['locked'],
  to: ['active'],
  input: Type.Object({}),
  decide: () => ({ state: 'active', because: null }),
});
