import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.cover-unchecked': {
    status: 422,
    message: '遮盖稿须逐字核对',
    next: '请对照原文通读交办标题和内容，确认看不出诉求人是谁后勾选',
  },
  'hotline.cover-tells': {
    status: 422,
    message: '交办的文字里还看得出诉求人是谁',
    next: '请按提示遮盖后再确认；原文保留在“保密诉求人”中',
  },
});
