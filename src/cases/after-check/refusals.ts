import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.draw-period': { status: 422, message: '结束日期早于开始日期', next: '请重新填写办结日期' },
  'cases.own-after-check': {
    status: 422,
    message: '不能核查自己办理的件',
    next: '请由没有经手本件的监督员核查',
  },
});
