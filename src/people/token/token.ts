import { instant, json, secret, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { SELF } from '../roles.ts';

/**
 * 访问令牌 — lets a program act. One of an account never may more than the account may now; one from the command line
 * (`account` null) is a person of its own, named after the token.
 */
export const token = noun({
  name: 'token',
  as: 'token',
  path: 'tokens',
  title: '访问令牌',
  states: { active: '有效', revoked: '已撤销' },
  columns: {
    name: text('用途'),
    account: uuid('所属账号').orNull(),
    digest: secret('摘要'),
    roles: json<readonly string[]>('角色'),
    scope: text('范围'),
    expiresAt: instant('有效至'),
  },
  series: 'LP',
  see: { [SELF]: 'account', 'people.administrator': 'scope', 'ledger.auditor': 'anyone' },
  filters: ['account', 'state'],
  searched: ['name', 'number'],
});
export type Token = RowOf<typeof token>;
