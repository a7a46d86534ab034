import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.extension-pending': {
    status: 409,
    message: '延期申请正等待行政机关负责人批准',
    next: '请等批准结果后再办理',
  },
  'cases.extended-once': {
    status: 422,
    message: '已于{at}批准延期，只能延长一次',
    next: '请在延长后的期限内作出决定；确需检验、鉴定等的请走特别程序',
  },
  'cases.extension-too-late': {
    status: 422,
    message: '法定期限到{until}为止，已经届满，不能再延期',
    next: '请尽快作出决定，并如实登记超期原因',
  },
  'cases.extension-too-long': {
    status: 422,
    message: '最多延长 {days} 日',
    next: '请减少延长的天数',
  },
});
