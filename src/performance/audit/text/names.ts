import { tight } from './fold.ts';
import { remembered } from './remember.ts';

const LEAD =
  /^(?:其中|其(?!他|它|余)|包括|包含|含|以及|并且|并(?![网轨购案联])|而|和(?![平谐解])|及(?![时格])|与|同时|另外|另|全年|全[县市区省州镇国系局年]|本年度?|今年|当年|年度|年(?![末初终内均中检审龄限])|我[局委办院县市区镇省]|本[局委办院级县市区镇]|我单位|我中心|本单位|本部门|(?:局)?机关及(?:所属)?(?:二级|下属)(?:机构|单位)|机关|部门|单位|累计|共计|总计|共(?![青享建同])|总共|合计|已|主要|目前|一共|实际|度(?!假)|的|,|，|、|\.|:|\d{1,2}[.、](?=[\u4e00-\u9fff])|[一二三四五六七八九十]{1,2}是|[(][^()]{0,20}[)]|[(](?=[^)]*$)|[^:]{1,10}:(?=.))/;
const TAIL =
  /(?:分别|(?<!行)为|是|达到?|(?<![国公])有|了|共计|合计|总计|累计|共|(?<![审会统设])计|(?<!预)约|近|完成|仅|只|(?<![人户亩年季月日])均|就|:|=|元|[(][^()]{0,40}[)]|数量|总数|总量|件数|人数|数|(?<![质产])量|情况)$/;
const YEARS = /(?:19|20)\d\d年度?|\d{1,2}月份?(?:\d{1,2}日)?/g;

/** A name without scope words, periods, verbs and marks: equal names of two statements mean the same thing. */
export const coreName = remembered(bared, { most: 5000, longest: 60 });

function bared(text: string): string {
  let name = tight(text).replace(YEARS, '').replace('率率', '率');
  for (let round = 0; round < 12; round += 1) {
    const shorter = name.replace(LEAD, '').replace(TAIL, '');
    if (shorter === name || shorter === '') break;
    name = shorter;
  }
  // 比重为81.2%和54.3%: what only joins is no name.
  return /^[和与及、]$/.test(name) ? '' : name;
}
