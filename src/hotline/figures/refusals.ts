import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.gaming-period': {
    status: 422,
    message: '结束日期早于开始日期',
    next: '请核对起止日期',
  },
  'hotline.period-to-come': {
    status: 422,
    message: '{period}还没有开始，没有可以通报的数',
    next: '请选择已经开始的月份、季度或年度；{from}起可以看到截至当天的数',
  },
  'hotline.bridge-not-seen': {
    status: 403,
    message: '口径表中有您无权查看或已不存在的指标',
    next: '请由全区范围的督办员查看，或请系统管理员核对口径设置',
  },
});
