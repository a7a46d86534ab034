import { refusals } from '#lib/refusal.ts';

refusals({
  'settings.unknown': {
    status: 422,
    message: '没有名为「{name}」的设置项',
    next: '请在设置列表中选择',
  },
  'settings.past': {
    status: 422,
    message: '生效日期 {on} 已经过去',
    next: '请选择今天或以后的日期；已经办理的事项不因设置改变',
  },
  'settings.immediate': {
    status: 422,
    message: '「{title}」一经修改当日生效，不能预定日期',
    next: '请在生效当日修改，或不填生效日期',
  },
  'settings.same': {
    status: 422,
    message: '「{title}」在 {on} 已是这个值',
    next: '请核对要修改的内容',
  },
});
