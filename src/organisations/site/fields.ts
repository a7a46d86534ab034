import { Type } from 'typebox';

export const Address = Type.String({ title: '地址', minLength: 2, maxLength: 100 });
export const OpeningHours = Type.String({ title: '开放时间', minLength: 2, maxLength: 100 });
export const Area = Type.Integer({ title: '面积（平方米）', minimum: 1, maximum: 1_000_000 });
