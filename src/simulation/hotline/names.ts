import type { Chance } from '../chance.ts';

/* Names and numbers that the program invents: given names out of the calendar and the garden, phones of a block nobody has. */

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏章云苏潘葛范彭鲁韦马苗方'.split('');
const GIVEN =
  '谷雨 小满 芒种 白露 霜降 立夏 惊蛰 清和 秋分 初雪 望舒 长庚 青禾 远山 知秋 听雨 栖霞 临川 晚亭 南乔 北辰 石竹 紫苏 白芷 半夏 云杉 银杏 丹枫'.split(
    ' ',
  );

export const inventedName = (by: Chance): string => by.pick(SURNAMES) + by.pick(GIVEN);
/** 199 0000 0000 – 199 0000 9999. */
export const inventedPhone = (by: Chance): string => `1990000${String(by.whole(0, 9999)).padStart(4, '0')}`;
