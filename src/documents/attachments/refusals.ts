import { refusals } from '#lib/refusal.ts';

refusals({
  'documents.not-open': {
    status: 403,
    message: '「{title}」{number} 当前没有您可办理的操作，不能添加附件',
    next: '请由正在办理的人员上传，或待流转到您这里后再上传',
  },
  'documents.holds-none': {
    status: 422,
    message: '「{title}」不单独保存附件',
    next: '请把附件传到它所属的工单上，谁能打开由工单决定',
  },
  'documents.reserved': {
    status: 403,
    message: '附件 {number} 限知情人员打开',
    next: '办理需要时，请联系受理单位核对后放行，或请其另传遮盖过的版本',
  },
  'documents.erased': {
    status: 404,
    message: '附件 {number} 已清除',
    next: '清除的时间和原因见附件的记录',
  },
});
