import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.handover-place': {
    status: 422,
    message: '{what}不对：{why}',
    next: '请填写行政区划代码和名称，外省外市的按其公布的代码填写',
  },
  'cases.handover-same-place': {
    status: 422,
    message: '收件地和办理地是同一个地方，不需要交接',
    next: '请直接在本窗口收件',
  },
  'cases.handover-known': {
    status: 409,
    message: '来件编号 {source} 已经登记，交接编号 {number}',
    next: '请打开已有的交接件，不要重复登记',
  },
  'cases.handover-copies': {
    status: 422,
    message: '材料重名：{names}',
    next: '同名材料请合并为一行，填写份数',
  },
  'cases.receipt-time': {
    status: 422,
    message: '回执时间不对：{why}',
    next: '请按对方回执上的时间填写',
  },
  'cases.receipt-needs': {
    status: 422,
    message: '{kind}回执缺少{what}',
    next: '请按对方回执填写',
  },
  'cases.receipt-known': {
    status: 409,
    message: '这份{kind}回执已经登记',
    next: '不必重复登记',
  },
  'cases.receipt-settled': {
    status: 409,
    message: '该交接件{state}，不能再登记{kind}回执',
    next: '请核对交接编号；对方更正结果的，请另行联系',
  },
});
