import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-utility': {
    status: 422,
    message: '所选单位不是在册的公用企业',
    next: '请选择类别为公用企业的单位，或请机构管理员先登记该企业',
  },
  'cases.utility-twice': {
    status: 422,
    message: '{service}报装已经转办',
    next: '每种报装同时只转一家企业；需要改派的请等原企业答复',
  },
  'cases.connections-open': {
    status: 422,
    message: '还有 {count} 家公用企业没有办完',
    next: '请等各企业接通或答复不具备条件后再作决定',
  },
});
