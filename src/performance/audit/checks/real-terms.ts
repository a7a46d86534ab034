import { tight } from '../text/fold.ts';

/**
 * Output is printed in the prices of its year and its growth in constant prices, so that no two printed amounts give it.
 * Source: 国民经济核算; every 统计公报 says so in a note. An amount by which it grew (增加10.2亿元) is still one.
 */
export const growsInRealTerms = (words: string): boolean =>
  /生产总值|GDP|增加值|总产值|第[一二三]产业|(?:电信|邮政|快递)业务总量|业务总量.{0,6}亿元|可比(?:价|口径)|不变价|扣除价格|实际增长|同口径|剔除/.test(
    tight(words),
  );
