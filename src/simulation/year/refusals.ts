import { refusals } from '#lib/refusal.ts';

refusals({
  'simulation.year-there': {
    status: 409,
    message: '本租户已有 {year} 年度的{title}数据，不能再生成模拟年度',
    next: '请换一个租户（YICHUANG_TENANT）或另一个数据目录（YICHUANG_DATA）',
  },
  'simulation.year-ahead': {
    status: 422,
    message: '{year} 年还没有开始，不能生成它的模拟年度',
    next: '请选择已经过去的年度',
  },
  'simulation.begun-otherwise': {
    status: 409,
    message: '{year} 年度的模拟上次没有生成完，那次是：情形“{scenario}”，{scale} 倍，种子 {seed}',
    next: '请用同样的参数再执行一次，会从中断处接着生成；要换参数请换一个租户（YICHUANG_TENANT）',
  },
  'simulation.no-such-module': {
    status: 422,
    message: '没有“{module}”这个模块的模拟',
    next: '可用：{known}',
  },
  'simulation.wrong-totals': {
    status: 422,
    message: '模拟年度的合计与目标不符：{differences}',
    next: '这一年没有标为“已生成”；请核对时限、日历等设置后在新的租户中重来',
  },
  'simulation.no-items': {
    status: 422,
    message:
      '本租户的事项和窗口受理清单不足以生成办件年度：各类窗口、镇（街道）、村（社区）和市级事项都要有可申请的',
    next: '请先发布事项并确定窗口受理清单；演示数据（首次启动时装入）已经齐备',
  },
  'simulation.no-places': {
    status: 422,
    message: '本租户没有足够的区划和承办单位，无法生成模拟年度',
    next: '请先登记镇（街道）、村（社区）和承办单位',
  },
});
