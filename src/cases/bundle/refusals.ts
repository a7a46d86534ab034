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
  'cases.not-held': {
    status: 422,
    message: '没有在编号 {number} 的办件中找到本申请人交过的「{paper}」',
    next: '请核对编号和申请人的证件号码；此前没有交过的，请申请人提交该材料',
  },
  'cases.held-original': {
    status: 422,
    message: '「{paper}」须交原件，此前交的原件留在原办件中，不能代替',
    next: '请申请人提交原件',
  },
  'cases.source-revoked': {
    status: 422,
    message: '材料「{paper}」是 {source} 的办理结果，该决定已经撤销',
    next: '请申请人另行提供该材料，补交后再作决定；不能提供的，依法作出不予决定',
  },
  'cases.ground-gone': {
    status: 422,
    message: '材料「{paper}」当时凭 {source} 免交，该办件的结果或材料现已不能使用',
    next: '请申请人提供该材料，补交后再作决定；不能提供的，依法作出不予决定',
  },
  'cases.theme-short': {
    status: 422,
    message: '「{theme}」中的事项 {codes} 现在不能申请',
    next: '请联系窗口，或分别申请其余事项',
  },
  'cases.deliver-together': {
    status: 422,
    message: '申请人选择一并送达，同一件事的其他办件还没有决定',
    next: '请等各件都有决定后一并送达；申请人改为逐件送达的，请先在一件事办件中更改；到本件送达期限当日可以单独送达',
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
