const KINDS =
  '(?:景区|集镇|园区|开发区|管委会|管理区|街道|社区|居委会|乡镇|镇|乡|村|部门|单位|机构|企业|公司|学校|医院|卫生院|科室|股室|站所|中心|窗口|农场|林场|牧场|小区|片区)';
const KIND = new RegExp(`^(?:${KINDS}|[省市县区州旗盟镇乡村街道社]{1,2})$`);
const ENDS = new RegExp(`${KINDS}$`);

/**
 * 9个县(市、区), 4个园区(景区、集镇): the bracket says what else the noun stands for, and is no list of them. `noun`: the
 * words before the bracket.
 */
export const isGloss = (noun: string, list: string): boolean => {
  const words = list.split('、').map((word) => word.trim());
  return words.every((word) => KIND.test(word)) && (ENDS.test(noun) || /[省市县区州旗盟]$/.test(noun));
};
