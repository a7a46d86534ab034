/** One step of a theme: an item of the demonstration by its name. What feeds another stands in an earlier stage. */
interface Step {
  readonly name: string;
  readonly stage: number;
}
/** The result of one item is that material of another. */
interface Handed {
  readonly from: string;
  readonly to: string;
  readonly material: string;
}
export interface DemoTheme {
  readonly name: string;
  readonly about: string;
  readonly isJoint?: true;
  readonly steps: readonly Step[];
  readonly handed: readonly Handed[];
}

const LICENCE = '营业执照';
const PROJECT = '企业投资项目备案';
const LAND = '建设用地规划许可证核发';
const DESIGN = '建设工程规划许可证核发';
const BUILDING = '建筑工程施工许可证核发';
const UTILITIES = '市政公用服务联合报装';
const DIGGING = '占用、挖掘城市道路审批';

/** 一件事 of the demonstration: what a shop, a works and a building site need, out of the items that are there. */
export const THEMES: readonly DemoTheme[] = [
  {
    name: '开办餐饮店',
    about: '登记个体工商户、取得食品经营许可、设置户外招牌广告；营业执照由系统转给后两项，不必再交。',
    steps: [
      { name: '个体工商户设立登记', stage: 1 },
      { name: '食品经营许可', stage: 2 },
      { name: '大型户外广告设置审批', stage: 2 },
    ],
    handed: [
      { from: '个体工商户设立登记', to: '食品经营许可', material: LICENCE },
      { from: '个体工商户设立登记', to: '大型户外广告设置审批', material: LICENCE },
    ],
  },
  {
    name: '企业用水用电用气',
    about: '联合报装、排水和占道挖掘一次申请；接入方案定下后转作挖掘道路的管线位置图。',
    steps: [
      { name: UTILITIES, stage: 1 },
      { name: '城镇污水排入排水管网许可', stage: 1 },
      { name: DIGGING, stage: 2 },
    ],
    handed: [{ from: UTILITIES, to: DIGGING, material: '管线位置图' }],
  },
  {
    name: '企业投资项目开工',
    about: '从备案到施工许可由部门联合办理，许可事项合计不超过四十五个工作日，可以延长十五个工作日。',
    isJoint: true,
    steps: [
      { name: PROJECT, stage: 1 },
      { name: LAND, stage: 2 },
      { name: '生产建设项目水土保持方案审批', stage: 2 },
      { name: DESIGN, stage: 3 },
      { name: BUILDING, stage: 4 },
    ],
    handed: [
      { from: PROJECT, to: LAND, material: '项目批准、核准或备案文件' },
      { from: LAND, to: DESIGN, material: '使用土地证明文件' },
      { from: DESIGN, to: BUILDING, material: '建设工程规划许可证' },
    ],
  },
];
