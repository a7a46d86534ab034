import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.breached': {
    status: 422,
    message: '申请人有未修复的失信记录 {number}，不适用容缺受理和告知承诺',
    next: '请材料齐全后受理，或在信用修复后再办',
  },
  'cases.word-broken': {
    status: 422,
    message: '申请人的办件 {number}：{why}；修复前不适用容缺受理和告知承诺',
    next: '请材料齐全后受理；整改到位或信用修复后可以再适用',
  },
  'cases.no-identity': {
    status: 422,
    message: '没有登记申请人的证件号码，无法核对信用，不适用容缺受理和告知承诺',
    next: '请核对证件后「补登证件号码」，或者材料齐全后受理',
  },
  'cases.not-tolerant': {
    status: 422,
    message: '「{item}」没有可以容缺的材料',
    next: '请补齐材料，或一次性告知补正',
  },
  'cases.nothing-outstanding': {
    status: 422,
    message: '材料已经齐全，不需要容缺受理',
    next: '请直接受理',
  },
  'cases.not-signed': {
    status: 422,
    message: '申请人没有签署承诺书',
    next: '请申请人阅读后签署，一式两份',
  },
  'cases.outstanding-over': {
    status: 422,
    message: '容缺期限已于{at}届满，不能再延长',
    next: '请终止办理，或在补齐后继续办理；逾期已经记入信用，有异议的按信用修复办理',
  },
  'cases.outstanding-beyond-law': {
    status: 422,
    message: '延长后的容缺期限晚于法定办结期限（{at}）',
    next: '请缩短延长的天数；法定期限内补不齐的请终止办理',
  },
  'cases.lengthened-once': {
    status: 422,
    message: '容缺期限已于{at}延长过一次',
    next: '到期仍未补齐的请终止办理，申请人可以重新申请',
  },
});
