import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.procedure-under-way': {
    status: 422,
    message: '本件的{kind}还在进行',
    next: '请先登记正在进行的{kind}的结果；还要再进行的，由负责人另行启动并书面告知',
  },
  'cases.procedure-notice-used': {
    status: 422,
    message: '告知文号「{notice}」已经用于本件的{kind}，一份告知书不能写两个时间',
    next: '请另行书面告知申请人，填写新告知书的文号',
  },
  'cases.procedure-again': {
    status: 422,
    message: '本件已经启动过{kind}，再次启动或需要更长时间的，由负责人决定',
    next: '请由本部门负责人启动，并把所需时间另行书面告知申请人；超过已告知时间的部分计入时限',
  },
});
