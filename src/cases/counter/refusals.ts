import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.draft-unknown': {
    status: 404,
    message: '没有这个提取码，或它不属于本窗口所在的地方',
    next: '请核对纸上的八位提取码；仍打不开的请按纸面重新登记',
  },
  'cases.draft-over': {
    status: 409,
    message: '这份草稿已于{on}过期或已被放弃',
    next: '请按纸面重新登记，或请申请人重新填写',
  },
  'cases.draft-taken': {
    status: 409,
    message: '这份草稿已经收件，编号 {number}',
    next: '请按编号打开办件，不要重复登记',
  },
  'cases.draft-too-many': {
    status: 429,
    message: '提取码试得太多',
    next: '请 {wait}后再试，或按纸面登记',
  },
});
