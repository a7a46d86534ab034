import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.draw-period': { status: 422, message: '结束日期早于开始日期', next: '请核对抽样的起止日期' },
});
