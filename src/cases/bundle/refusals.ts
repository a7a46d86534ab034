import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.theme-faulty': {
    status: 422,
    message: '主题「{theme}」还不能发布：{faults}',
    next: '请逐项改正后再发布',
  },
  'cases.no-theme': {
    status: 422,
    message: '没有这个一件事主题，或它没有在办',
    next: '请在一件事清单中查找，或分别申请各事项',
  },
  'cases.theme-short': {
    status: 422,
    message: '「{theme}」中的事项 {codes} 现在不能申请',
    next: '请联系窗口，或分别申请其余事项',
  },
  'cases.deliver-together': {
    status: 422,
    message: '申请人选择一并送达，同一件事的其他办件还没有决定',
    next: '请等各件都有决定后一并送达；申请人改为逐件送达的，请先在一件事办件中更改',
  },
  'cases.bundle-undecided': {
    status: 422,
    message: '还不能一并送达：{names}',
    next: '请等各件作出决定、制作结果文书后再送达',
  },
  'cases.bundle-decided': {
    status: 409,
    message: '各办件都已有决定或已终结，没有可以撤回的',
    next: '请看各办件的进展；已经准予的，领取结果即可',
  },
  'cases.bundle-unchanged': {
    status: 409,
    message: '各办件没有新的进展',
    next: '请刷新后查看',
  },
});
