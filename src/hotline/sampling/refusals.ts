import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.draw-without-members': {
    status: 422,
    message: '这次抽样还没有完成，或是在系统开始留存总体名单之前抽取的，不能重抽验证',
    next: '请稍后再试，或核对留存的抽中名单',
  },
  'hotline.draw-period': { status: 422, message: '结束日期早于开始日期', next: '请核对抽样的起止日期' },
});
