import { expect, test } from 'vitest';
import { typeOf } from './type-of.ts';

const LAMPS = '城乡建设/城市建设和市政管理/城市公共设施';
test.each([
  [LAMPS, '小区门口的路灯不亮', 'help'],
  [LAMPS, '请问路灯坏了找谁修', 'consultation'],
  [LAMPS, '建议在路口增设路灯', 'suggestion'],
  [LAMPS, '投诉：报修三次，师傅拒不上门', 'complaint'],
  [LAMPS, '表扬维修师傅，当天就修好了', 'praise'],
  // Whoever reports is protected, whatever else he says.
  [LAMPS, '我要投诉并举报有人偷电缆', 'report'],
  ['纪检监察/干部作风/形式主义', '反映一些情况', 'report'],
] as const)('under %s, “%s” is %s', (topic, text, type) => expect(typeOf(topic, text)).toBe(type));
