import { flag, instant, json, personal, secret, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { HeldGrant } from '../grants.ts';
import { SELF } from '../roles.ts';

/**
 * 账号 — a person of the office as the program knows them; its number is the name they sign in with. Roles are data on
 * it; nothing is allowed that is not granted. The id is the person in the ledger.
 */
export const account = noun({
  name: 'account',
  as: 'account',
  path: 'accounts',
  title: '账号',
  states: { invited: '待启用', active: '正常', locked: '已锁定', disabled: '已停用' },
  columns: {
    name: text('姓名'),
    phone: personal('手机号', 'phone').orNull(),
    organisation: uuid('所在单位').orNull().measured(),
    password: secret('密码').orNull(),
    passwordSetAt: instant('密码设置时间').orNull(),
    formerPasswords: secret('曾用密码').orNull(),
    grants: json<readonly HeldGrant[]>('授权'),
    link: secret('启用链接').orNull(),
    linkEndsAt: instant('链接有效至').orNull(),
    isDemo: flag('演示账号'),
    because: text('锁定或停用原因').orNull(),
  },
  see: { 'people.administrator': 'organisation', 'ledger.auditor': 'anyone', [SELF]: 'id' },
  filters: ['organisation', 'state'],
  searched: ['number', 'name'],
});
export type Account = RowOf<typeof account>;

/** Who looks after accounts: the administrator in whose scope the account's organisation lies. */
export const MAY = { 'people.administrator': 'organisation' } as const;
