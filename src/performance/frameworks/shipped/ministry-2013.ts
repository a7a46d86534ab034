import { judged, under } from '../build.ts';
import type { FrameworkBody, FrameworkRow } from '../row.ts';

/**
 * 部门整体支出绩效评价共性指标体系框架 (财预〔2013〕53号 附件2). The ministry gives indicators and formulas, neither
 * weights nor marks: whoever adopts it sets both before publishing, so every weight here is 0 and every rule open.
 */
const open = judged('0', '由采用本框架的单位在发布前确定分值和评分标准');
const group = (path: string, rows: readonly (readonly [string, string])[]): readonly FrameworkRow[] =>
  rows.map(([name, definition]) => under(path)(name, '0', open, { definition }));

const PATHS = [
  '投入/目标设定',
  '投入/预算配置',
  '过程/预算执行',
  '过程/预算管理',
  '过程/资产管理',
  '产出/职责履行',
  '效果/履职效益',
];

export const ministry2013: FrameworkBody = {
  name: '部门整体支出绩效评价共性指标体系框架',
  year: 2013,
  edition: 1,
  source: '财预〔2013〕53号 附件2',
  groups: [...new Set(PATHS.flatMap((path) => [path.split('/')[0]!, path]))].map((path) => ({
    path,
    weight: '0',
  })),
  rows: [
    ...group('投入/目标设定', [
      ['绩效目标合理性', ''],
      ['绩效指标明确性', ''],
    ]),
    ...group('投入/预算配置', [
      ['在职人员控制率', '在职人员数÷编制数×100%'],
      ['“三公经费”变动率', '（本年度“三公经费”预算数－上年度预算数）÷上年度预算数×100%'],
      ['重点支出安排率', '重点项目支出÷项目总支出×100%'],
    ]),
    ...group('过程/预算执行', [
      ['预算完成率', '预算完成数÷预算数×100%'],
      ['预算调整率', '预算调整数÷预算数×100%'],
      ['支付进度率', '实际支付进度÷既定支付进度×100%'],
      ['结转结余率', '结转结余总额÷支出预算数×100%'],
      ['结转结余变动率', '（本年度累计结转结余－上年度累计结转结余）÷上年度累计结转结余×100%'],
      ['公用经费控制率', '实际支出公用经费÷预算安排公用经费×100%'],
      ['“三公经费”控制率', '“三公经费”实际支出数÷预算安排数×100%'],
      ['政府采购执行率', '实际政府采购金额÷政府采购预算数×100%'],
    ]),
    ...group('过程/预算管理', [
      ['管理制度健全性', ''],
      ['资金使用合规性', ''],
      ['预决算信息公开性', ''],
      ['基础信息完善性', ''],
    ]),
    ...group('过程/资产管理', [
      ['管理制度健全性', ''],
      ['资产管理安全性', ''],
      ['固定资产利用率', '实际在用固定资产总额÷所有固定资产总额×100%'],
    ]),
    ...group('产出/职责履行', [
      ['实际完成率', '实际完成工作数÷计划工作数×100%'],
      ['完成及时率', '及时完成实际工作数÷计划工作数×100%'],
      ['质量达标率', '质量达标实际工作数÷实际完成工作数×100%'],
      ['重点工作办结率', '重点工作实际完成数÷交办或下达数×100%'],
    ]),
    ...['经济效益', '社会效益', '生态效益', '社会公众或服务对象满意度'].map((name) =>
      under('效果/履职效益')(name, '0', open, { isGeneric: true }),
    ),
  ],
};
