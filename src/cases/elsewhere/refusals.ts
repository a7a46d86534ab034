import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.elsewhere-impossible': {
    status: 422,
    message: '来源所述前后矛盾：{why}',
    next: '请到来源系统核对后重新导出',
  },
  'cases.elsewhere-known': {
    status: 409,
    message: '{system}的办件 {source} 已经登记，编号 {number}',
    next: '办理情况有变化的，请更新该办件',
  },
  'cases.elsewhere-other': {
    status: 422,
    message: '来源编号与本件（{source}）不符',
    next: '请打开来源编号相同的办件再更新',
  },
});
