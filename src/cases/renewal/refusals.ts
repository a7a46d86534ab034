import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-former': {
    status: 422,
    message: '没有找到该申请人「{item}」的原结果「{named}」，不能按延续办理',
    next: '请核对原办件编号或文书号和申请人证件号码；原结果不在本系统的，按新申请办理',
  },
  'cases.former-endless': {
    status: 422,
    message: '原办件 {number} 的结果没有登记有效期，不需要延续',
    next: '有效期漏记的，请先更正决定、补记有效期',
  },
  'cases.former-over': {
    status: 422,
    message: '原结果的有效期已于{until}届满，不能再延续',
    next: '请按新申请办理',
  },
  'cases.renewal-underway': {
    status: 409,
    message: '同一结果已经申请延续：{number}',
    next: '请等该件办结；已经延续的，再次延续时填写该件的编号',
  },
  'cases.former-holds': {
    status: 409,
    message: '原结果仍在有效期内，或已不再有效，不能视为准予延续',
    next: '请刷新后查看原办件',
  },
  'cases.renewed-by-law': {
    status: 409,
    message: '原结果的有效期已于{until}届满，届满前没有作出决定，该件自届满之日起视为准予延续',
    next: '系统随即登记视为准予延续，请刷新后制证、送达；确有错误的，依法撤销',
  },
  'cases.renewal-end': {
    status: 422,
    message: '该件视为准予延续，有效期至{until}，证照上的有效期只能是这一天',
    next: '请按延续后的有效期制证；确需改变的，先更正决定',
  },
});
