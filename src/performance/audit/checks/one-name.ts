/** 收到依申请公开44件 and 本年新收政府信息公开申请46件: what the yearly report counts once. */
const RECEIVED =
  /^(?:收到|新收|接收|接到|新收到|收到的?)(?:的)?(?:政府信息公开|信息公开|依申请公开(?:政府信息)?|政府信息依申请公开)(?:的?申请)?$/;
/** 项目预算资金 and 项目资金, 年初预算资金 and 预算资金. */
const FUNDS = /(项目|专项)(?:预算|安排|到位|财政)(?=资金|经费)/;

/** 开展执法检查 and 执法检查, 完成改造点位 and 改造点位: that it was done goes without saying. */
const DONE = /^(?:共?开展|组织开展|组织|完成|实施|举办|进行|累计|共)(?=[\u4e00-\u9fff]{4})/;

/** One name for what reports call by several; others stay as they are. */
export const oneName = (name: string): string =>
  RECEIVED.test(name) ? '新收政府信息公开申请' : name.replace(FUNDS, '$1').replace(DONE, '');
