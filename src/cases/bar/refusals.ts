import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.barred': {
    status: 422,
    message: '申请人因{ground}，至{until}（含当日）不得再次申请「{item}」，限制记录 {number}',
    next: '还没有受理的，期满后再申请；已经受理的，依法不予许可；已经准予的，依法撤销；认为记录有误的，向作出决定的部门提出',
  },
  'cases.unknown-applicant': {
    status: 422,
    message:
      '「{item}」直接关系公共安全、人身健康、生命财产安全，没有登记申请人的证件号码，不能核对是否限制申请',
    next: '请核对证件原件后「补登证件号码」，再受理或者准予',
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
