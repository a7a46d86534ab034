import { refusals } from '#lib/refusal.ts';

refusals({
  'calendar.unknown-notice': {
    status: 422,
    message: '{on} 所依据的通知「{notice}」不在日历中',
    next: '请先登记放假安排通知，再登记它所安排的日期',
  },
  'calendar.day-twice': {
    status: 422,
    message: '同一份通知「{notice}」对 {on} 作了两次安排',
    next: '请只保留一条；如后来另有通知调整，请登记那份通知',
  },
  'calendar.notice-twice': {
    status: 422,
    message: '通知编号「{notice}」重复',
    next: '请为每份通知使用不同的编号',
  },
  'calendar.business-hours': {
    status: 422,
    message: '工作时间「{hours}」有误',
    next: '请按先后顺序填写各段起止时间，如 09:00—12:00、13:00—17:00，各段不得重叠',
  },
  'calendar.no-notice': {
    status: 422,
    message: '没有这份放假安排通知，或它已撤回',
    next: '请从通知列表中选择',
  },
  'calendar.year-or-change': {
    status: 422,
    message: '「安排年度」与「变动」须填写且只填写一项',
    next: '年度安排请填写年度；对原安排的调整请填写变动，如“延长”',
  },
  'calendar.year-taken': {
    status: 409,
    message: '{year} 年的放假安排已登记（《{title}》）',
    next: '另有调整的，请作为变动登记；登记有误的，请先撤回原通知',
  },
  'calendar.future': {
    status: 422,
    message: '公布日期 {on} 还没有到',
    next: '请核对公布日期',
  },
  'calendar.no-rows': {
    status: 422,
    message: '通知没有安排任何日期',
    next: '请逐日填写，或粘贴含日期、类型、节日三列的表格',
  },
  'calendar.broken-rows': {
    status: 422,
    message: '所填日期有 {count} 处错误，均未登记',
    next: '请按各行提示改正后重新提交',
  },
  'calendar.unchanged': {
    status: 422,
    message: '更正后的内容与原登记相同',
    next: '请核对要更正的内容',
  },
  'calendar.not-moved': {
    status: 422,
    message: '截止时间没有变动',
    next: '无需处理',
  },
});
