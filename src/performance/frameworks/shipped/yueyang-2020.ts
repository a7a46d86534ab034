import { checklist, judged, metric, perBreach, perPoint, under } from '../build.ts';
import type { FrameworkBody } from '../row.ts';
import { adjustment, disbursement, prioritySpending, satisfaction, surplus } from './yueyang-2020-rules.ts';

/**
 * 部门整体支出绩效评价评分表 of Yueyang as used for 2020 (岳阳市财政局制). Weights, groups and rules are the form's;
 * the words of checklists are ours. Three rows of 履职效益 share one printed weight of 15.
 */
const allocation = under('投入/预算配置');
const execution = under('过程/预算执行');
const management = under('过程/预算管理');
const property = under('过程/资产管理');
const duties = under('产出/职责履行');
const effects = under('效果/履职效益');

const BASES = '《2015年度综合绩效考评工作通知》（岳发〔2015〕11号、岳发〔2015〕19号）';
const own = { isGeneric: true, remark: '由部门结合本部门实际细化为个性化指标' } as const;
const byBases = (full: string) => judged(full, `依据${BASES}，由部门结合实际细化为个性化指标后评分`, BASES);
const bySelf = judged('5', '共性要素，由部门结合实际和绩效目标细化为个性化指标后评分');
const shared = { ...own, merged: '履职效益' } as const;

export const yueyang2020: FrameworkBody = {
  name: '岳阳市部门整体支出绩效评价评分表',
  year: 2020,
  edition: 1,
  source: '岳阳市财政局制',
  groups: [
    { path: '投入', weight: '15' },
    { path: '投入/预算配置', weight: '15' },
    { path: '过程', weight: '40' },
    { path: '过程/预算执行', weight: '15' },
    { path: '过程/预算管理', weight: '15' },
    { path: '过程/资产管理', weight: '10' },
    { path: '产出', weight: '25' },
    { path: '产出/职责履行', weight: '25' },
    { path: '效果', weight: '20' },
    { path: '效果/履职效益', weight: '20' },
  ],
  rows: [
    allocation(
      '财政供养人员控制率',
      '5',
      perPoint(metric('staff-control', '在职人员控制率'), {
        side: 'above',
        threshold: '100',
        perStep: '0.5',
        full: '5',
      }),
      { definition: '在职人员数÷编制数×100%' },
    ),
    allocation(
      '“三公经费”变动率',
      '5',
      perPoint(metric('three-public-change', '三公经费变动率'), {
        side: 'above',
        threshold: '0',
        perStep: '0.5',
        full: '5',
      }),
    ),
    allocation('重点支出安排率', '5', prioritySpending),
    execution('预算调整率', '3', adjustment),
    execution('支付进度', '3', disbursement),
    execution('资金结余', '3', surplus),
    execution(
      '“三公经费”控制率',
      '6',
      perPoint(metric('three-public-control', '三公经费控制率'), {
        side: 'above',
        threshold: '100',
        perStep: '1',
        full: '6',
      }),
    ),
    management(
      '管理制度健全性',
      '3',
      checklist('3', [
        ['预算资金、内部财务、会计核算等管理制度已建立', '1'],
        ['制度合法、合规、完整', '1'],
        ['制度得到有效执行', '1'],
      ]),
    ),
    management(
      '资金使用合规性',
      '3',
      perBreach('3', '1', [
        '支出符合财经法规、财务制度和专项资金管理办法',
        '资金拨付的审批程序和手续完整',
        '项目支出按规定经过评估论证',
        '支出符合预算批复的用途',
        '无截留、挤占、挪用、虚列支出',
      ]),
    ),
    management(
      '预决算信息公开性和完善性',
      '3',
      checklist('3', [
        ['公开的内容符合规定', '1'],
        ['公开的时限符合规定', '0.5'],
        ['基础数据和会计资料真实', '0.5'],
        ['基础数据和会计资料完整', '0.5'],
        ['基础数据和会计资料准确', '0.5'],
      ]),
    ),
    management(
      '政府采购执行率',
      '3',
      perPoint(metric('procurement', '政府采购执行率'), {
        side: 'below',
        threshold: '100',
        perStep: '0.2',
        full: '3',
      }),
    ),
    management(
      '公务卡刷卡率',
      '3',
      perPoint(metric('official-card', '公务卡刷卡率'), {
        side: 'below',
        threshold: '50',
        perStep: '0.2',
        full: '3',
      }),
    ),
    property(
      '管理制度健全性',
      '3',
      checklist('3', [
        ['资产管理制度已建立，且合法、合规、完整', '2'],
        ['资产管理制度得到有效执行', '1'],
      ]),
    ),
    property(
      '资产管理安全性',
      '4',
      perBreach('4', '1', [
        '资产保存完整',
        '资产配置合理',
        '资产处置规范',
        '账务合规，账实相符',
        '有偿使用和处置收入足额上缴',
      ]),
    ),
    property(
      '固定资产利用率',
      '3',
      perPoint(metric('assets-in-use', '固定资产利用率'), {
        side: 'below',
        threshold: '100',
        perStep: '0.1',
        full: '3',
      }),
    ),
    duties('推进全面小康建设指标任务完成情况', '5', byBases('5'), own),
    duties('建设湖南新增极目标任务完成情况', '7', byBases('7'), own),
    duties('《政府工作报告》目标任务完成情况', '5', byBases('5'), own),
    duties('省市重点民生实事完成情况', '2', byBases('2'), own),
    duties('省市重点工程和重大项目建设完成情况', '2', byBases('2'), own),
    duties('其他工作实绩指标完成情况', '4', byBases('4'), own),
    effects('经济效益', '5', bySelf, shared),
    effects('社会效益', '5', bySelf, shared),
    effects('生态效益', '5', bySelf, shared),
    effects('社会公众或服务对象满意度', '5', satisfaction),
  ],
};
