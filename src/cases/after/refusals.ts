import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.objection-open': {
    status: 422,
    message: '利害关系人的异议还有 {count} 件没有答复，不能准予（行政许可法第三十六条）',
    next: '请先听取意见，在本件的「利害关系人异议」中逐件答复，再作决定',
  },
  'cases.nothing-corrected': {
    status: 422,
    message: '更正没有写明改什么',
    next: '请填写更正后的文书号、有效期或决定文字，至少一项',
  },
  'cases.correction-pending': {
    status: 422,
    message: '本决定已有一件更正（{number}）等待复核，复核前不能再提出',
    next: '请先由复核人同意或不予该件更正，提出人也可以自行收回（不予更正），再重新提出',
  },
  'cases.no-decision': {
    status: 409,
    message: '该件已被撤销，没有可更正的决定',
    next: '请刷新后查看办件现在的状态',
  },
  'cases.not-granted': {
    status: 422,
    message: '只有准予决定可以撤销',
    next: '不予决定有误的请走决定更正，或由申请人复议、诉讼',
  },
  'cases.revocation-pending': {
    status: 422,
    message: '本件已有人提出撤销，等待另一人决定',
    next: '请先撤销或不同意已经提出的，再重新提出',
  },
  'cases.revocation-not-asked': {
    status: 422,
    message: '撤销须先由一人提出并写明依据，再由另一人决定',
    next: '请先由本部门的首席代表或负责人提出撤销',
  },
  'cases.conflict-declared': {
    status: 422,
    message: '您已申报回避，不必再次申报',
    next: '请由其他工作人员办理',
  },
  'cases.green-until': {
    status: 422,
    message: '绿色通道的截止日期{until}已经过去',
    next: '请填写今天或以后的日期',
  },
  'cases.green-too-long': {
    status: 422,
    message: '绿色通道最长{longest}天，到{last}为止',
    next: '请缩短期限；到期仍需要的，再次提出并批准',
  },
  'cases.green-pending': {
    status: 422,
    message: '本件已有人提出绿色通道，等待审批部门的另一人批准',
    next: '请先批准或不同意已经提出的，再重新提出',
  },
});
