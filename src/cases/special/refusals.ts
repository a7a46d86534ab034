import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.procedure-again': {
    status: 422,
    message: '本件已经启动过{kind}，再次启动或需要更长时间的，由负责人决定',
    next: '请由本部门负责人启动，并把所需时间另行书面告知申请人；超过已告知时间的部分计入时限',
  },
});
