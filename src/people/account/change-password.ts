import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { made } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Password } from '../fields.ts';
import { withPassword } from '../password/accept.ts';
import { choose, hashPassword, isPassword } from '../password/hashing.ts';
import { SELF } from '../roles.ts';
import { account, type Account } from './account.ts';

/**
 * 修改密码 — by its holder, who must know the current one. Every session from before ends, this one too. It has a route
 * of its own: wrong guesses count towards the lock, and no idempotency key keeps a digest of a password.
 */
export const changePassword = action(account, {
  name: 'change-password',
  title: '修改密码',
  hidden: true,
  may: { [SELF]: 'id' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({ current: Password('当前密码'), password: Password('新密码') }),
  needs: {
    isCurrent: made(({ row, input }: { row: Account; input: { current: string } }) =>
      isPassword(row.password, input.current),
    ),
    chosen: made(({ row, input }: { row: Account; input: { password: string } }) =>
      choose(input.password, row),
    ),
  },
  decide({ account: mine, input, isCurrent, chosen, now }) {
    if (!isCurrent)
      refuse('people.wrong-password', {}, { fields: [{ path: 'current', message: '当前密码不对' }] });
    return { state: 'active', ...withPassword(mine, input.password, chosen, now) };
  },
});

/** 更新演示密码 — by the program, when YICHUANG_DEMO_PASSWORD says another one than was printed before. */
export const renewPassword = action(account, {
  name: 'renew-password',
  title: '更新演示密码',
  hidden: true,
  may: { system: 'anyone' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({ password: Password('密码') }),
  needs: { hash: made(({ input }: { input: { password: string } }) => hashPassword(input.password)) },
  decide: ({ hash, now }) => ({ state: 'active', password: hash, passwordSetAt: now }),
});
