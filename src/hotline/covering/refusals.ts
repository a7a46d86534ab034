import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.cover-first': {
    status: 422,
    message: '保密工单的遮盖稿还没有核对，不能交给承办单位',
    next: '请话务员、回访员或督办员先办理“核对遮盖稿”，再派单或转办',
  },
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
  'hotline.file-unchecked': {
    status: 422,
    message: '放行前须打开附件看过',
    next: '请下载附件，确认文件名和内容都看不出诉求人是谁后勾选；看得出的，遮盖后另传一份再放行',
  },
  'hotline.no-such-file': {
    status: 422,
    message: '这张工单没有这个附件，或者它已清除',
    next: '请刷新工单页，从附件列表中选择',
  },
});
