import { Type, type TString } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { RESIDENT_ID } from '#lib/resident-id.ts';
import { CREDIT_CODE } from '#lib/credit-code.ts';
import { WINDOW_TYPES } from '#catalogue/index.ts';
import { APPLICANT_KINDS, BOOKED_CHANNELS, DELIVERY_WAYS } from '../words.ts';
import { FALSEHOODS } from '../bar/words.ts';
import { PAPER_NAME } from './paper.ts';

/** Fields that several forms of this module share. */
export const Reason = (title = '理由'): TString =>
  Type.String({ title, minLength: 2, maxLength: 2000, pattern: '\\S', keep: 'prose' });
/** 行政许可法 78: only where the applicant hid something or brought something false. */
export const FalsehoodField = Type.Optional(
  oneOf(FALSEHOODS, '申请人隐瞒有关情况或者提供虚假材料（没有的不填）'),
);
export const ItemCode = Type.String({ title: '事项编码', minLength: 4, maxLength: 100, ref: 'item' });
export const Place = Type.String({ title: '受理地', minLength: 2, maxLength: 40, ref: 'region' });
export const Department = Type.String({ title: '审批部门', format: 'uuid', ref: 'organisation' });
export const ChannelField = oneOf(BOOKED_CHANNELS, '申请渠道');
export const WindowTypeField = oneOf(WINDOW_TYPES, '窗口类别');
/** 签收 — the name under it, or the post's number: sealed with the case, never in the clear in the ledger. */
export const ProofField = Type.String({
  title: '签收人或单号',
  minLength: 1,
  maxLength: 120,
  pattern: '\\S',
  keep: 'never',
});
/** A file that lies with the case already, by its name. */
export const OwnFile = (title: string) =>
  Type.String({
    title,
    minLength: 1,
    maxLength: 200,
    pattern: '\\S',
    keep: 'never',
    ownFile: 'case-file',
  });
export const DeliveryWayField = oneOf(DELIVERY_WAYS, '送达方式');
export const PaperNames = (title: string) =>
  Type.Array(Type.String(PAPER_NAME), { title, maxItems: 500, uniqueItems: true });
export const Answers = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 200 }), {
  title: '情形选择',
  maxProperties: 50,
});
export const GapsField = (title: string) =>
  Type.Array(
    Type.Object({
      paper: Type.String({ title: '材料', ...PAPER_NAME }),
      what: Type.String({ title: '缺什么、怎样补', minLength: 2, maxLength: 500, mayName: true }),
    }),
    { title, maxItems: 200 },
  );
export const Phone = Type.String({
  title: '联系电话',
  pattern: '^\\+?[0-9][0-9 ()-]{5,19}$',
  wrong: '应为手机或固定电话号码，如 0730-1234567',
  keep: 'never',
});
/** 申请人, as every channel takes them. What is said here stands sealed in its own columns, nowhere else. */
export const ApplicantField = Type.Object(
  {
    kind: Type.Optional(oneOf(APPLICANT_KINDS, '申请人类别')),
    name: Type.String({ title: '姓名或名称', minLength: 1, maxLength: 120, pattern: '\\S', keep: 'never' }),
    idNumber: Type.Optional(
      Type.String({
        title: '身份证号码',
        pattern: `^${RESIDENT_ID}$`,
        wrong: '应为 18 位身份证号码',
        keep: 'never',
      }),
    ),
    creditCode: Type.Optional(
      Type.String({
        title: '统一社会信用代码',
        pattern: `^${CREDIT_CODE}$`,
        wrong: '应为 18 位统一社会信用代码',
      }),
    ),
    phone: Type.Optional(Phone),
  },
  { title: '申请人', keep: 'never' },
);
