import { Type, type Static } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import type { Instant } from '#lib/time.ts';
import { ApplicantField } from '../file/fields.ts';
import { PAPER_NAME } from '../file/paper.ts';
import { DECIDERS } from './words.ts';

export const At = (title: string) => Type.Unsafe<Instant>(Type.String({ title, format: 'date-time' }));
export const PlaceField = (title: string) =>
  Type.Object(
    {
      code: Type.String({ title: '行政区划代码', pattern: '^[0-9]{6,12}$', wrong: '应为 6 至 12 位数字' }),
      name: Type.String({ title: '名称', minLength: 2, maxLength: 60, pattern: '\\S' }),
    },
    { title },
  );
const Number = (title: string) => Type.String({ title, minLength: 1, maxLength: 60, pattern: '\\S' });
export const ReceiptNumber = Number('回执编号');
export const ResultNumber = Number('结果文书号');
export const SourceNumber = Number('来件编号');

/** What stands on any envelope, whoever writes it. */
export const EnvelopeFields = Type.Object({
  itemCode: Type.Optional(Type.String({ title: '事项编码', minLength: 4, maxLength: 100 })),
  itemName: Type.Optional(Type.String({ title: '事项名称', minLength: 2, maxLength: 200, pattern: '\\S' })),
  /** Of an item of ours the catalogue says it. */
  authority: Type.Optional(oneOf(DECIDERS, '决定权属')),
  authorityName: Type.Optional(Type.String({ title: '决定机关', minLength: 2, maxLength: 60 })),
  applicant: ApplicantField,
  papers: Type.Array(
    Type.Object({
      name: Type.String({ title: '材料', ...PAPER_NAME }),
      copies: Type.Integer({ title: '份数', minimum: 1, maximum: 99 }),
      isOriginal: Type.Boolean({ title: '原件' }),
    }),
    { title: '材料清单', minItems: 1, maxItems: 500 },
  ),
  resultDays: Type.Optional(Type.Integer({ title: '办理时限（工作日）', minimum: 0, maximum: 365 })),
});
export type EnvelopeFields = Static<typeof EnvelopeFields>;
