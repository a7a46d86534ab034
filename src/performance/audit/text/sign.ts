/** After these a dash is a minus: 变动率-4.91%, 年末结余-12.5万元, 由上年的-2.14亿元转为; elsewhere it joins a name and its number. */
const NEGATIVE =
  /(?:率|为|是|达|计|余|额|差|增长|增加|增收|新增|净增|增减|增幅|增速|上升|上涨|提高|回升|回落|下滑|减少|下降|降低|同比|环比|利润|收支|亏损|收益|损益|分配|净流[出入]?|[的由从自到至比较于转变了值]|上年|去年|前年|同期|上月|上季度|年[初末底]|月末|期[初末])\s?$/;
const JOINING = /[\d\u4e00-\u9fff]\s?$/;

/** What stands before a sign. */
export interface BeforeSign {
  /** The few characters before it. */
  readonly words: string;
  /** A figure with its unit ends right there: 20万元-50万元 is a range. */
  readonly isRange: boolean;
  /** Money or a rate follows. */
  readonly isAmount: boolean;
  /** The text uses such a dash so seldom that it can be no mark between names and their numbers. */
  readonly isRare: () => boolean;
  /** What follows is a count of things: at the head of a line a dash is then the mark of a list. */
  readonly isCount: boolean;
}

/** Does a sign make its number less than nothing? 负 always does. */
export function isMinus(sign: string | undefined, before: BeforeSign): boolean {
  const { words, isRange, isCount } = before;
  if (sign === '负') return true;
  if (sign !== '-' || isRange) return false;
  if (words.trim() === '') return !isCount;
  if (!JOINING.test(words) || NEGATIVE.test(words)) return true;
  return before.isAmount && !/\d\s?$/.test(words) && before.isRare();
}

const RARE = 3;
/** 结余分配-4.12万元 among many plain amounts is less than nothing; 中央-120万元、省级-80万元 is a list. */
export const isDashRare = (text: string): boolean => {
  const dashed = text.match(/[\u4e00-\u9fff]-(?=\d)/g)?.length ?? 0;
  const amounts = text.match(/\d(?:[%‰]|[万亿千百]{0,2}元)/g)?.length ?? 0;
  return dashed * RARE <= amounts;
};
