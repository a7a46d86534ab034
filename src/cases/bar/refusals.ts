import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.barred': {
    status: 422,
    message: '申请人因{ground}，至{until}（含当日）不得再次申请「{item}」，限制记录 {number}',
    next: '请在期满后再申请；认为记录有误的，向作出决定的部门提出',
  },
  'cases.bar-no-identity': {
    status: 422,
    message: '没有登记申请人的证件号码，无法登记限制申请',
    next: '请核对证件后「补登证件号码」，再作出决定',
  },
  'cases.annul-asked': {
    status: 409,
    message: '已提出撤销，等待另一人复核',
    next: '请由另一人复核',
  },
  'cases.annul-not-asked': {
    status: 409,
    message: '还没有人提出撤销',
    next: '请先由一人写明依据提出，再由另一人复核',
  },
});
