import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.recorded-impossible': {
    status: 422,
    message: '补录的时间先后不对',
    next: '请核对来源中的时间：不能晚于现在，也不能早于登记时间',
  },
  'hotline.unreadable': {
    status: 422,
    message: '{name} 中没有找到工单：{why}',
    next: '请使用含“工单编号、标题、登记时间”等表头的 xlsx、csv 或 json 文件，或已支持的公开数据文件',
  },
});
