import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { made } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Digest, Password } from '../fields.ts';
import { withPassword } from '../password/accept.ts';
import { choose } from '../password/hashing.ts';
import { SELF } from '../roles.ts';
import { account, type Account } from './account.ts';

/** 启用账号 — the holder of a one-time link chooses a password; the link is spent. */
export const setFirstPassword = action(account, {
  name: 'set-first-password',
  title: '启用账号',
  hidden: true,
  may: { [SELF]: 'id' },
  from: ['invited'],
  to: ['active'],
  input: Type.Object({ link: Digest, password: Password('新密码') }),
  needs: {
    chosen: made(({ row, input }: { row: Account; input: { password: string } }) =>
      choose(input.password, row),
    ),
  },
  decide({ account: mine, input, chosen, now }) {
    if (mine.link !== input.link || mine.linkEndsAt === null || mine.linkEndsAt < now)
      refuse('people.bad-link');
    return { state: 'active', ...withPassword(mine, input.password, chosen, now) };
  },
});
