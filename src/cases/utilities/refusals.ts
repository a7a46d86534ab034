import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-utility': {
    status: 422,
    message: '所选单位不是在册的公用企业',
    next: '请选择类别为公用企业的单位，或请机构管理员先登记该企业',
  },
  'cases.utility-other-service': {
    status: 422,
    message: '{firm}不办{service}报装',
    next: '请选择承担该报装的公用企业；职责有变化的，请机构管理员在其职责范围中登记',
  },
  'cases.utility-days': {
    status: 422,
    message: '{service}报装的承诺时限不对：{why}',
    next: '请不填，由系统按设置确定；企业承诺有变化的，请修改公用报装承诺时限的设置',
  },
  'cases.not-utilities': {
    status: 422,
    message: '「{item}」不是公用报装事项，也没有挂接工程建设项目，不转公用企业',
    next: '请在公用报装窗口收件，或先挂接工程建设项目；需要纳入的，请大厅管理员调整窗口受理清单',
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
