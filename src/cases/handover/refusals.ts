import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.handover-authority': {
    status: 422,
    message: '「{item}」在本地目录中由{decider}决定，与所填决定权属不符',
    next: '请不填决定权属，由系统按目录确定；目录有误的请先变更事项',
  },
  'cases.handover-authority-unknown': {
    status: 422,
    message: '本地目录没有该事项，须填写决定权属',
    next: '请按办理地公布的目录填写由哪一级决定',
  },
  'cases.handover-deemed': {
    status: 409,
    message: '一次性告知期限到{until}为止，已经届满，自收到之日起视为受理，不能再退回',
    next: '系统随即登记视为受理；不符合条件的，由审批部门在审查后作出决定',
  },
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
