import type { Statement } from '../text/statement.ts';

/** What one person is at once: by title, schooling, party, sex, age, insurance; a trade is none of them. */
const KINDS: readonly RegExp[] = [
  /职称|技师|执业资格|正高|副高|中级|初级/,
  /学历|本科|大专|硕士|博士|研究生/,
  /党员|团员|党派/,
  /女(?:性|职工|干部|员工|工|会员|村民代表)|^女$/,
  /参加|参保|投保|缴[费纳]/,
  /岁|退休|离休/,
  /少数民族|残疾|退役|脱贫|低保/,
  /持证|取得|获得|具有|注册/,
];
const kindOf = ({ subject }: Statement): number => KINDS.findIndex((kind) => kind.test(subject));

/** 卫生技术人员806人、高级职称118人: attributes of different kinds overlap and are never added. */
export const areAttributes = (parts: readonly Statement[]): boolean => new Set(parts.map(kindOf)).size > 1;
