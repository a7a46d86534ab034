import { figure as f } from './figures.ts';
import { MINISTRY, rate } from './known.ts';
import { over, type KnownMetric } from './metric-name.ts';

/** Output, timeliness, quality and satisfaction. Most particular names first. */
export const workMetrics: readonly KnownMetric[] = [
  /** 重点工作办结率 = 完成 / 交办. 9 / 10 = 90 % */
  rate({
    id: 'key-work',
    name: '重点工作办结率',
    source: MINISTRY,
    formula: over(f.keyDone, f.keyGiven),
    names: [/^重点工作(?:任务)?(?:办结|完成)率$/],
  }),
  /** 按期办结率 = 按期办结 / 应办理. 11297 / 11303 = 99.95 % */
  rate({
    id: 'orders-in-time',
    name: '按期办结率',
    source: '国办发〔2020〕53号',
    formula: over(f.ordersInTime, f.ordersDue),
    names: [/^(?:热线|12345|政务热线|工单|诉求|服务|事项)*(?:按时|按期|及时|限时)办结率$/],
  }),
  /** 办结率 = 办结 / 应办理. 11303 / 11303 = 100 % */
  rate({
    id: 'orders-closed',
    name: '办结率',
    source: '国办发〔2020〕53号',
    formula: over(f.ordersClosed, f.ordersDue),
    names: [/^(?:热线|12345|政务热线|工单|诉求)*办结率$/],
  }),
  rate({
    id: 'work-in-time',
    name: '完成及时率',
    source: MINISTRY,
    formula: over(f.workInTime, f.workPlanned),
    names: [/^(?:工作|任务|项目)*(?:完成及时率|及时完成率|按时完成率)$/],
  }),
  rate({
    id: 'work-to-standard',
    name: '质量达标率',
    source: MINISTRY,
    formula: over(f.workSound, f.workDone),
    names: [/^(?:工作|项目|完成)*质量(?:达标|合格)率$/],
  }),
  rate({
    id: 'work-done',
    name: '实际完成率',
    source: MINISTRY,
    formula: over(f.workDone, f.workPlanned),
    names: [/^(?:年度|工作|任务|项目|产出|计划|目标|实际)*完成率$/],
  }),
  /** 满意度 = 满意 / 有效评价. 95 / 100 = 95 % */
  rate({
    id: 'satisfaction',
    name: '满意度',
    source: MINISTRY,
    formula: over(f.satisfied, f.surveyed),
    names: [
      /^(?:社会|公众|群众|服务|对象|受益|企业|和|或|及|与|、|办事|热线|工单|回访|人民|职工)*满意(?:度|率)$/,
    ],
  }),
];
