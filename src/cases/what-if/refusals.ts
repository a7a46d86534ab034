import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-what-if': {
    status: 422,
    message: '没有说要推演多少天',
    next: '请填写假定的法定时限或承诺时限',
  },
});
