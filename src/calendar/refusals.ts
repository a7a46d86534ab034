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
});
