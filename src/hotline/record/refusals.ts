import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.recorded-impossible': {
    status: 422,
    message: '补录的内容自相矛盾',
    next: '请核对来源：时间不能晚于现在或早于登记，办结不能早于答复，没有办结的没有办结时间，未接通的回访不能确认已解决',
  },
  'hotline.unreadable': {
    status: 422,
    message: '{name} 中没有找到工单：{why}',
    next: '请使用含“工单编号、标题、登记时间”等表头的 xlsx、csv 或 json 文件，或已支持的公开数据文件',
  },
});
