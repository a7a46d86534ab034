import { refusals } from '#lib/refusal.ts';

refusals({
  'ledger.no-measure': {
    status: 404,
    message: '没有名为「{name}」的统计指标',
    next: '请在统计指标列表中查找正确的名称',
  },
  'ledger.no-rest': {
    status: 422,
    message: '指标「{name}」的分子和分母不是同一类记录，列不出相差的部分',
    next: '请分别查看分子和分母背后的记录',
  },
  'ledger.no-counter': {
    status: 503,
    message: '账本计数器丢失，数据库被人绕过系统改动过',
    next: '请停止使用，运行 yichuang verify 核验，并从备份恢复',
  },
  'ledger.measure-outside-scope': {
    status: 403,
    message: '该指标不能按您的管辖范围分开统计，不能提供给您的岗位',
    next: '如工作需要，请联系管理员授予全域查看的岗位',
  },
});
