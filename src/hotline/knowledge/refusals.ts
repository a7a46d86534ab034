import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.knowledge-expired': {
    status: 422,
    message: '有效期至 {day}，已经过了',
    next: '请填写新的有效期；内容已变的请先修订',
  },
  'hotline.nothing-amended': { status: 422, message: '没有填写任何修订内容', next: '请填写要修订的各项' },
  'hotline.knowledge-not-published': {
    status: 422,
    message: '没有这条已发布的知识',
    next: '请先发布知识条目，再用它了结缺口',
  },
  'hotline.due-in-past': { status: 422, message: '补充期限早于今天', next: '请填写今天或以后的日期' },
});
