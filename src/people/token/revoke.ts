import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { SELF } from '../roles.ts';
import { token } from './token.ts';

/** 撤销令牌 — at once in this process, within five seconds in any other. */
export const revokeToken = action(token, {
  name: 'revoke',
  title: '撤销令牌',
  may: { [SELF]: 'account', 'people.administrator': 'scope' },
  from: ['active'],
  to: ['revoked'],
  input: Type.Object({}),
  decide: () => ({ state: 'revoked' }),
});
