import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.hearing-may-be-asked': {
    status: 422,
    message: '已告知听证权利，申请人、利害关系人在{until}前（含当日）可以要求听证，期满前不得作出决定',
    next: '请在期满后决定；被告知的人都书面放弃的，登记放弃听证',
  },
  'cases.hearing-open': {
    status: 422,
    message: '已经有人要求听证，听证结束前不得作出决定',
    next: '请通知听证时间地点，举行后登记听证笔录，根据笔录作出决定',
  },
  'cases.hearing-told': {
    status: 422,
    message: '本件已经告知听证权利，还没有结束',
    next: '请打开本件的听证，登记提出、放弃或者听证笔录',
  },
  'cases.hearing-interested': {
    status: 422,
    message: '涉及他人重大利益的，利害关系人也要告知',
    next: '请逐个写明并送达被告知的利害关系人',
  },
  'cases.hearing-not-told': {
    status: 422,
    message: '告知听证权利时没有告知利害关系人',
    next: '请核对是谁提出；利害关系人有意见的，登记异议',
  },
  'cases.hearing-given-up': {
    status: 422,
    message: '该方已经书面放弃听证',
    next: '请核对是谁提出；有意见的可以登记异议',
  },
  'cases.hearing-asked': {
    status: 422,
    message: '该方已经提出听证申请',
    next: '不必重复登记；请通知听证时间地点',
  },
  'cases.hearing-late': {
    status: 422,
    message: '提出听证的期限到{until}为止，已经届满',
    next: '请向对方说明；有意见的可以登记异议',
  },
  'cases.hearing-who': {
    status: 422,
    message: '利害关系人提出听证的，须写明提出人',
    next: '请填写其姓名或名称',
  },
  'cases.hearing-no-presider': {
    status: 422,
    message: '没有这个登录名，或其账号已经停用',
    next: '请填写主持人本人的登录名',
  },
  'cases.hearing-presider': {
    status: 422,
    message: '{name}审查过本件申请，不得主持听证',
    next: '请指定审查该申请的工作人员以外的人主持',
  },
  'cases.hearing-presider-office': {
    status: 422,
    message: '主持人须是本件审批部门或者行政审批服务局的工作人员',
    next: '请填写其工作人员的登录名；账号没有写明所在单位的，请管理员补上',
  },
  'cases.hearing-hours': {
    status: 422,
    message: '{at}不在工作日的办公时间内，不能举行听证',
    next: '请定在工作日{hours}之间',
  },
  'cases.presider-examines': {
    status: 422,
    message: '您主持本件的听证，不能再参加审查',
    next: '请由另一位工作人员提出审查意见',
  },
  'cases.presider-decides': {
    status: 422,
    message: '您主持本件的听证，不能再作出决定',
    next: '请由另一位有权决定的工作人员根据听证笔录作出决定',
  },
  'cases.hearing-soon': {
    status: 422,
    message: '听证的时间地点须在举行{days}个工作日前通知，今天通知的最早{earliest}举行',
    next: '请另选日期',
  },
  'cases.hearing-after': {
    status: 422,
    message: '听证须在提出后{days}个工作日内组织，最迟{last}举行',
    next: '请选择期限内的日期',
  },
  'cases.hearing-to-come': {
    status: 422,
    message: '听证定于{at}举行，还没有举行',
    next: '请在举行后登记笔录；要改期的，重新通知时间地点',
  },
  'cases.hearing-not-held': {
    status: 422,
    message: '这是应要求举行的听证，须凭听证笔录或者书面放弃声明结束',
    next: '请在本件的听证中登记听证笔录或者放弃听证',
  },
  'cases.hearing-too-long': {
    status: 422,
    message: '听证应当在{days}个工作日内组织，告知的时间不能更长',
    next: '请填写不超过{days}的天数',
  },
});
