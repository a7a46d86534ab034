import { coreName } from '../text/names.ts';
import { remembered } from '../text/remember.ts';

/** What departments' money, staff and assets are called, whatever the form. The words of the trade, not of one report. */
const NAMES = {
  income: /^(?:本?年?总?收入(?:总额|总计|决算)?|资金来源)$/,
  spending: /^(?:本?年?总?支出(?:总额|总计|决算)?|整体支出(?:总额|规模)?|部门(?:整体)?支出)$/,
  basic: /^基本支出(?:经费|总额)?$/,
  personnel: /^(?:人员)(?:经费)?(?:支出)?$/,
  operating: /^(?:日常)?(?:公用)(?:经费)?(?:支出)?$/,
  project: /^(?:项目(?:专项)?(?:经费)?支出|专项(?:经费|资金)?支出|项目经费)(?:总额)?$/,
  threePublic: /^三公(?:经费)?(?:支出|开支|费用)?(?:总额)?$/,
  reception: /^公务(?:接待|招待)(?:费)?(?:支出)?$/,
  vehicles:
    /^公务(?:用)?车(?:购置(?:及|和|与)(?:运行(?:维护)?|运维|维护)(?:费|经费)|购置及运行(?:维护)?)(?:支出)?$/,
  vehicleRunning: /^(?:公务(?:用)?车|公车)(?:运行(?:维护)?|运维|运行维护)(?:费)?(?:支出)?$/,
  vehicleBuying: /^(?:公务(?:用)?车|公车)购置(?:费)?(?:支出)?$/,
  abroad: /^(?:因公)?出国(?:[(（]境[)）]|境)?(?:经?费)?(?:用)?(?:支出)?$/,
  carriedIn:
    /^(?:另有|另|加|以及)?(?:上年|年初|上年度)(?:末)?(?:结转|结余|结转结余|结转和结余|结转(?:及|与)结余|结转资金)(?:资金|收入)?$/,
  surplus:
    /^(?:(?:当年|本年|年末|期末|收支|滚存|年终)?(?:结余|结转结余|结转和结余|结转(?:及|与)结余)|(?:年末|期末)结转)(?:资金)?$/,
  surplusCumulative: /^累计(?:结余|结转结余|结转和结余)$/,
  publicBudget: /^(?:一般)?公共(?:预算)?财?政?(?:预算)?(?:财政)?拨款(?:收入)?$/,
  governmentFunds: /^政府性?基金(?:预算)?(?:财政)?(?:拨款)?(?:收入)?$/,
  fixedAssets: /^固定资产(?:总额|总值|原值|账面原值|总量|资产)?$/,
  assetsInUse: /^(?:实际)?在用(?:的)?固定资产(?:总额)?$/,
  posts: /^(?:人员)?(?:核定|批复|总|定编)?(?:的)?(?:人员)?编制(?:人数|人员|总数|数)?$/,
  staffInPost:
    /^(?:实有|实际|年末|现有)?(?:在职|在编)(?:在岗|在编|干部|职工|实有)*(?:人员|人数|职工|干部)?(?:数)?$/,
  staff: /^(?:年末|现)?实有(?:人员|人数|职工)?(?:数)?$/,
  procurement: /^政府采购(?:支出|金额|总额|预算)?$/,
  keyProjects: /^重点(?:项目)?支出$/,
} as const;

export type Concept = keyof typeof NAMES;
const ALL = Object.entries(NAMES) as [Concept, RegExp][];

/** The concept a name means, when the whole name means it; a qualifier it does not know makes it something else. */
export const conceptOf = (name: string): Concept | undefined => (name.length > 60 ? undefined : known(name));

const known = remembered(find, { most: 5000, longest: 60 });

function find(name: string): Concept | undefined {
  if (/^累计(?:结余|结转)/.test(name)) return 'surplusCumulative';
  // The core drops 上年 and 年初 only where they stand alone, so try the name as printed first.
  const printed = name
    .replace(/[:：]$/, '')
    .replace(/^(?:其中[:：]?|\d{1,2}[、.]|[一二三四五六七八九十]{1,2}[、.]|[(]\S{1,2}[)])/, '');
  for (const text of [printed, coreName(printed)]) {
    const found = ALL.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return undefined;
}

const SAID: Readonly<Record<Concept, string>> = {
  income: '收入合计',
  spending: '支出合计',
  basic: '基本支出',
  personnel: '人员支出',
  operating: '公用支出',
  project: '项目支出',
  threePublic: '三公经费',
  reception: '公务接待费',
  vehicles: '公务用车购置及运行费',
  vehicleRunning: '公务用车运行维护费',
  vehicleBuying: '公务用车购置费',
  abroad: '因公出国（境）费',
  carriedIn: '上年结转',
  surplus: '结余',
  surplusCumulative: '累计结余',
  publicBudget: '公共财政拨款',
  governmentFunds: '政府性基金拨款',
  fixedAssets: '固定资产',
  assetsInUse: '在用固定资产',
  posts: '编制',
  staffInPost: '在职人员',
  staff: '实有人数',
  procurement: '政府采购',
  keyProjects: '重点支出',
};
export const conceptName = (concept: Concept): string => SAID[concept];
