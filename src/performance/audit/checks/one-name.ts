/** 收到依申请公开44件 and 本年新收政府信息公开申请46件: what the yearly report counts once. */
const RECEIVED =
  /^(?:收到|新收|接收|接到|新收到|收到的?)(?:的)?(?:政府信息公开|信息公开|依申请公开(?:政府信息)?|政府信息依申请公开)(?:的?申请)?$/;
/** 项目预算资金 and 项目资金, 年初预算资金 and 预算资金. */
const FUNDS = /(项目|专项)(?:预算|安排|到位|财政)(?=资金|经费)/;

/** One name for what reports call by several; others stay as they are. */
export const oneName = (name: string): string =>
  RECEIVED.test(name) ? '新收政府信息公开申请' : name.replace(FUNDS, '$1');
