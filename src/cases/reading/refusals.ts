import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.unreadable': {
    status: 422,
    message: '读不出“{name}”：{why}',
    next: '请导出为 xlsx、csv 或 json，第一行是表头，再导入一次',
  },
});
