import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { setting } from '#lib/setting.ts';
import { IDENTITY_KINDS, LEVELS, type IdentityKind, type Level } from './words.ts';

const ClaimName = (title: string) => Type.String({ title, minLength: 1, maxLength: 100 });
const LEVEL = oneOf(LEVELS, '实名等级');
const IDENTITY_KIND = oneOf(IDENTITY_KINDS, '证件种类');

/** 省平台的字段 — no two provinces name their claims alike, so the names are data, and so is what a level is called. */
export const provinceClaims = setting({
  name: 'applicants.province-claims',
  title: '省统一身份认证平台的字段',
  about:
    '省平台返回的姓名、证件、等级等各叫什么名字，等级和证件种类的值各对应什么；与省平台的接口文档核对后再改',
  schema: Type.Object({
    scope: Type.String({
      title: '申请的范围（scope）',
      minLength: 6,
      maxLength: 200,
      pattern: '\\bopenid\\b',
    }),
    kind: ClaimName('用户类型'),
    firmValue: ClaimName('用户类型为单位时的值'),
    name: ClaimName('姓名'),
    identityKind: ClaimName('证件种类'),
    identityKinds: Type.Record(Type.String(), IDENTITY_KIND, { title: '证件种类的值' }),
    identity: ClaimName('证件号码'),
    phone: ClaimName('手机号'),
    level: ClaimName('实名等级'),
    levels: Type.Record(Type.String(), LEVEL, { title: '实名等级的值' }),
    firmName: ClaimName('单位名称'),
    creditCode: ClaimName('统一社会信用代码'),
    representative: ClaimName('法定代表人'),
  }),
  initial: {
    scope: 'openid profile phone',
    kind: 'user_type',
    firmValue: 'corporation',
    name: 'name',
    identityKind: 'id_type',
    identityKinds: {
      '111': 'resident',
      '516': 'home-return',
      '511': 'taiwan',
      '553': 'foreign-residence',
      '414': 'passport',
    } as Record<string, IdentityKind>,
    identity: 'id_number',
    phone: 'phone_number',
    level: 'auth_level',
    levels: { '1': 'basic', '2': 'middle', '3': 'high' } as Record<string, Level>,
    firmName: 'corp_name',
    creditCode: 'uscc',
    representative: 'legal_name',
  },
});
export type ProvinceClaims = typeof provinceClaims.initial;

/** 登录所需的实名等级 — below it nobody is who they say. */
export const lowestLevel = setting({
  name: 'applicants.lowest-level',
  title: '网上登录所需的实名等级',
  about: '省平台给出的实名等级低于它的，不能登录；降低之前先想清楚：办件以登录的人为申请人',
  schema: LEVEL,
  initial: 'middle' as Level,
});

/** 委托最长期限 — an agent for ever is one that nobody remembers; an example that a place makes its own. */
export const longestMandate = setting({
  name: 'applicants.longest-mandate',
  title: '委托最长期限（天）',
  about: '一份委托从开始日期到截止日期最长多少天（含首尾两日）；为示例，请按本地规定填写',
  schema: Type.Integer({ title: '天', minimum: 1, maximum: 3660 }),
  initial: 1096,
});
