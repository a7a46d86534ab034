import { Type } from 'typebox';
import type { Day } from '#lib/time.ts';

export const AccountName = Type.String({
  title: '账号名（小写字母开头）',
  pattern: '^[a-z][a-z0-9._-]{1,31}$',
});
export const DisplayName = Type.String({
  title: '姓名',
  minLength: 2,
  maxLength: 30,
  pattern: '^\\S(.*\\S)?$',
});
/** Whatever is typed; the rules are the business of `passwordFaults`. It leaves no trace in the ledger. */
export const Password = (title: string) =>
  Type.String({ title, minLength: 1, maxLength: 128, keep: 'never' });
/** SHA-256 of a secret in hexadecimal: the secret itself never reaches an action. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$', keep: 'never' });
export const Phone = Type.String({
  title: '手机号',
  pattern: '^1[3-9][0-9]{9}$',
  keep: 'never',
});
export const Reason = Type.String({ title: '原因', minLength: 2, maxLength: 200 });
export const RoleName = Type.String({ title: '角色', pattern: '^[a-z-]+\\.[a-z-]+$', ref: 'role' });
export const Scope = Type.String({
  title: '范围（区划代码或单位，留空为全部）',
  maxLength: 40,
  ref: 'scope',
});
export const Until = Type.Unsafe<Day>(Type.String({ title: '截止日期（含当日，长期可空）', format: 'date' }));
export const OrganisationId = Type.String({ title: '所在单位', format: 'uuid', ref: 'organisation' });
