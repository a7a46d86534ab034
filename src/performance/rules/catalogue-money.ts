import { figure as f } from './figures.ts';
import { amount, LOCAL, MINISTRY, rate } from './known.ts';
import { over, type KnownMetric } from './metric-name.ts';
import type { Term } from './rule.ts';

const minus = (term: Term): Term => ({ ...term, sign: -1 });

/** Staff, money and assets. Most particular names first: the first whose pattern fits the whole bared name is meant. */
export const moneyMetrics: readonly KnownMetric[] = [
  /** 在职人员控制率 = 在职 / 编制. 38 / 18 = 211.11 % */
  rate({
    id: 'staff-control',
    name: '在职人员控制率',
    source: MINISTRY,
    formula: over(f.staffOnPosts, f.staffEstablished),
    names: [/^(?:财政供养|在职|在编|编制|机构)?(?:在职)?人员(?:编制)?控制率$/, /^人员编制控制率$/],
  }),
  /** 三公经费变动率 = (本年 − 上年) / 上年. (16.65 − 18) / 18 = −7.5 % */
  rate({
    id: 'three-public-change',
    name: '三公经费变动率',
    source: MINISTRY,
    formula: over([f.publicBudget, minus(f.publicBudgetBefore)], f.publicBudgetBefore),
    names: [/^三公(?:经费)?(?:预算|支出|决算|总额)?(?:变动|变化|增长|增减)(?:比)?率$/],
  }),
  /** 三公经费控制率 = 实际支出 / 预算安排. 16.65 / 18 = 92.5 % */
  rate({
    id: 'three-public-control',
    name: '三公经费控制率',
    source: MINISTRY,
    formula: over(f.publicActual, f.publicBudget),
    names: [/^三公(?:经费)?(?:预算|支出)?(?:控制|执行)率$/],
  }),
  /** 重点支出安排率 = 重点项目支出 / 项目总支出. 900 / 1000 = 90 % */
  rate({
    id: 'priority-spending',
    name: '重点支出安排率',
    source: MINISTRY,
    formula: over(f.priority, f.projects),
    names: [/^重点(?:项目)?支出安排率$/],
  }),
  /** 预算控制率 = 本年追加 / 年初. 50 / 1000 = 5 % */
  rate({
    id: 'budget-addition',
    name: '预算控制率',
    source: LOCAL,
    formula: over(f.added, f.initial),
    names: [/^(?:部门)?预算(?:追加)?(?:控制|追加)率$/],
  }),
  /** 预算调整率 = |调整数| / 预算数: cuts count too. |−80| / 1000 = 8 % */
  rate({
    id: 'budget-adjustment',
    name: '预算调整率',
    source: MINISTRY,
    formula: { ...over(f.adjusted, f.budget), absolute: true },
    names: [/^(?:部门)?预算(?:调整|调剂|变动)率(?:的?绝对值)?$/],
  }),
  /** 预算完成率 = 完成数 / 预算数. 950 / 1000 = 95 % */
  rate({
    id: 'budget-completion',
    name: '预算完成率',
    source: MINISTRY,
    formula: over(f.completed, f.budget),
    names: [
      /^(?:部门|年度|财政|整体|支出|资金|项目|专项|一般公共)*预算(?:支出)?(?:资金)?(?:实际)?(?:完成|执行)率$/,
      /^(?:资金|预算)执行率$/,
    ],
  }),
  /** 支付进度率 = 实际支付进度 / 既定支付进度. 45 % / 50 % = 90 % */
  rate({
    id: 'payment-progress',
    name: '支付进度率',
    source: MINISTRY,
    formula: over(f.paidProgress, f.plannedProgress),
    names: [/^(?:预算|资金)?(?:支付|支出)进度率$/],
  }),
  /** 资金到位率 = 实际到位 / 计划投入. 800 / 1000 = 80 % */
  rate({
    id: 'funds-received',
    name: '资金到位率',
    source: '财预〔2013〕53号 附件1',
    formula: over(f.received, f.receivable),
    names: [/^(?:项目|财政)?(?:资金)?到位率$/],
  }),
  /** 结转结余变动率 = (本年累计 − 上年累计) / 上年累计. (90 − 100) / 100 = −10 % */
  rate({
    id: 'carry-over-change',
    name: '结转结余变动率',
    source: MINISTRY,
    formula: over([f.carryOver, minus(f.carryOverBefore)], f.carryOverBefore),
    names: [/^(?:结转结余|结余结转)(?:资金)?(?:变动|变化|增减)率$/],
  }),
  /** 结转结余率 = 结转结余总额 / 支出预算数. 50 / 1000 = 5 % */
  rate({
    id: 'carry-over',
    name: '结转结余率',
    source: MINISTRY,
    formula: over(f.carryOver, f.spendingBudget),
    names: [/^(?:结转结余|结余结转|资金结余|结转)(?:资金)?率$/],
  }),
  /** 公用经费控制率 = 实际 / 预算. 22.83 / 24 = 95.13 % */
  rate({
    id: 'office-control',
    name: '公用经费控制率',
    source: MINISTRY,
    formula: over(f.officeActual, f.officeBudget),
    names: [/^(?:日常)?公用经费(?:支出)?控制率$/],
  }),
  /** 政府采购执行率 = 实际采购 / 采购预算. 190 / 200 = 95 % */
  rate({
    id: 'procurement',
    name: '政府采购执行率',
    source: MINISTRY,
    formula: over(f.bought, f.toBuy),
    names: [/^政府采购(?:预算)?(?:执行|完成)率$/],
  }),
  /** 公务卡刷卡率 = 公务卡 / (公务卡 + 现金) within the compulsory list. 45 / 100 = 45 % */
  rate({
    id: 'official-card',
    name: '公务卡刷卡率',
    source: LOCAL,
    formula: over(f.byCard, f.cardAndCash),
    names: [/^公务卡(?:刷卡|使用|结算|支付|消费)率$/],
  }),
  /** 固定资产利用率 = 在用 / 全部. 482.02 / 482.02 = 100 % */
  rate({
    id: 'assets-in-use',
    name: '固定资产利用率',
    source: MINISTRY,
    formula: over(f.assetsInUse, f.assets),
    names: [/^固定资产(?:使用|利用)率$/],
  }),
  rate({
    id: 'building-area',
    name: '楼堂馆所面积控制率',
    source: LOCAL,
    formula: over(f.builtArea, f.approvedArea),
    names: [/^(?:新建)?(?:办公)?楼堂馆所(?:建设)?面积控制率$/],
  }),
  rate({
    id: 'building-cost',
    name: '楼堂馆所投资概算控制率',
    source: LOCAL,
    formula: over(f.builtCost, f.approvedCost),
    names: [/^(?:新建)?楼堂馆所(?:建设)?投资(?:概算)?控制率$/],
  }),
  amount(f.surplus, [
    /^(?:资金|年末|当年|本年|财政|累计)*(?:结余|结余结转|结转结余)(?:资金)?(?:情况|总额|数)?$/,
  ]),
  amount(f.carriedIn, [/^上年(?:度)?(?:的)?(?:结转|结余|结转结余|结余结转)(?:资金)?(?:总额|数)?$/]),
  amount(
    f.lateFunds,
    [
      /^未按进度(?:完成)?(?:资金)?下达的?专项数?$/,
      /^(?:专项|专项资金)?未按(?:规定|时间)?进度(?:要求)?(?:完成)?(?:资金|专项|指标)?下达(?:的|完)?$/,
    ],
    'count',
  ),
];
