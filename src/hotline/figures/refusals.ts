import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.bridge-not-seen': {
    status: 403,
    message: '口径表中有您无权查看或已不存在的指标',
    next: '请由全区范围的督办员查看，或请系统管理员核对口径设置',
  },
});
