import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.city-known': {
    status: 409,
    message: '市平台单号 {cityNumber} 已经接收，工单编号 {number}',
    next: '请打开已有工单；市平台退回重办的，请登记“市平台返工”',
  },
  'hotline.city-due-past': {
    status: 422,
    message: '市平台期限 {cityDueAt} 已经过去',
    next: '请核对市平台期限；确已超期的，先向市平台申请新的期限',
  },
});
