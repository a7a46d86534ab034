import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.call-in-future': {
    status: 422,
    message: '通话时间晚于现在',
    next: '请核对电话平台与本系统的时钟后重试',
  },
  'hotline.call-out-of-order': {
    status: 422,
    message: '通话时间先后不对：呼入、接听、结束须依次发生',
    next: '请核对时间后再提交',
  },
  'hotline.no-order': { status: 422, message: '没有这件工单', next: '请核对工单，或先登记再关联' },
});
