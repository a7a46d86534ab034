import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-such-paper': {
    status: 404,
    message: '没有这种文书',
    next: '请从办件页面下载文书',
  },
  'cases.paper-not-due': {
    status: 409,
    message: '该件没有「{paper}」',
    next: '请先在办件上作出相应的处理，再出具文书',
  },
});
