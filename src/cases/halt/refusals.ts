import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.halt-pending': {
    status: 422,
    message: '本件已有人提出{what}，等待另一人决定',
    next: '请先同意或不同意已经提出的，再重新提出',
  },
  'cases.halt-no-end': {
    status: 422,
    message: '中止须写明到哪一天为止，或出现什么情况就恢复',
    next: '请填写今天以后的预计恢复日期，或恢复办理的条件',
  },
  'cases.halt-end-past': {
    status: 422,
    message: '提出中止时写明到{until}为止，这一天已经过去',
    next: '请不同意本次提出；仍须中止的，重新提出并写明今后的期限',
  },
  'cases.halt-not-asked': {
    status: 422,
    message: '这一情形须先由审查人员提出并写明依据，再由另一人决定',
    next: '请先由本部门的另一位审查人员提出终止',
  },
});
