import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-letter': {
    status: 422,
    message: '{department}在{on}没有对「{item}」有效的授权书，首席代表不能决定',
    next: '请部门书面授权并登记后再决定，或由部门按原程序决定',
  },
  'cases.not-the-chief': {
    status: 422,
    message: '{department}的授权书写明由{chief}决定「{item}」，您不是授权的首席代表',
    next: '请{chief}本人登录后决定；换人的，请{department}重新授权并登记',
  },
  'cases.seal-scope': {
    status: 422,
    message: '{department}在{on}没有可用于「{item}」的审批专用章',
    next: '请核对印章的使用范围和启用日期，或请目录发布员登记印章',
  },
  'cases.other-seal': {
    status: 422,
    message: '这枚印章不能用于「{item}」',
    next: '可以使用的印章：{names}',
  },
  'cases.which-seal': {
    status: 422,
    message: '「{item}」可以使用几枚印章',
    next: '请选择一枚：{names}',
  },
  'cases.not-this-window': {
    status: 422,
    message: '{window}不受理「{item}」',
    next: '{where}',
  },
});
