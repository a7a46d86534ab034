const BOUNDED =
  /(?:满意|办结|好评|差评|整改|回访|接通|应答|公开|占比|比重|及格|合格|(?<!拨备|流动性|准备金|贷款损失)覆盖|按[时期]|及时|解决|返工|资产利用|刷卡|评价|办理|答复)(?:率|度|比)$|占比$|比重$/;

/** A rate of a part in a whole, which cannot pass a hundred: 办结率, 满意率(%), 占比. */
export const isShareName = (name: string): boolean => BOUNDED.test(name.replace(/[(（].{0,8}[)）]$/, ''));
