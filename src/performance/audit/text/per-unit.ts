const ALTERNATIVES = '[台套辆件个处所座家户条批项份次]';

/** 均 behind anything: 人均, 床均, 车均, 均价; 均衡性转移支付 is an amount. */
const MEAN = /均(?!衡|等)|中位数/;
const EACH = /每|(?:百公里|百户|[百千万]人(?!次|民|口普查)|万元(?:产值|增加值|GDP))(?=[\u4e00-\u9fff])/;
/** 千瓦时/立方米 and 元/人 divide; 台/套 is either. */
const DIVIDED = new RegExp(
  `[(（](?!${ALTERNATIVES}[/／]${ALTERNATIVES}[)）])[^()（）]{1,12}[/／][^()（）]{1,8}[)）]`,
);
const OF_UNIT =
  /单位(?:面积|产[品值量]|成本|造价|投资|增加值|体积|长度|时间|价|[电水煤油气能热]耗)|单方|单台|单株|单耗|[电水煤油气药]耗(?:量)?(?=$|[(（])|吨[\u4e00-\u9fff](?:[\u4e00-\u9fff]?)(?:耗|成本|电费|费用)/;
const STATE =
  /班额|密度|浓度|强度|亩产|单产|容积率|年龄|工龄|水位|高程|海拔|气温|湿度|功率因数|[单定售]价|价格|PH/;

/**
 * Does this name say so much for each of something – 每公里支出, 床均药费, 电耗(千瓦时/立方米), 单价 – or a state that
 * no second one adds to? Such figures have a mean and no sum.
 */
export const isPerUnit = (name: string): boolean =>
  [MEAN, EACH, DIVIDED, OF_UNIT, STATE].some((pattern) => pattern.test(name));
