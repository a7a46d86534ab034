import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.untrained': {
    status: 403,
    message: '{name}没有在有效期内的无差别岗位培训合格记录，不能在无差别综合窗口收件、受理',
    next: '请参加岗位培训并通过考试，由账号管理员在“岗位培训”中登记；急办的请改由已培训的人员办理',
  },
});
