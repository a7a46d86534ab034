import { refusals } from '../../refusal.ts';

refusals({
  'backup.exists': {
    status: 409,
    message: '文件「{file}」已经存在',
    next: '请换一个文件名，备份不会覆盖已有文件',
  },
  'backup.unreadable': {
    status: 422,
    message: '「{file}」不是一窗的备份文件，或读不出来',
    next: '请核对文件名；备份由 yichuang backup 生成',
  },
  'backup.damaged': {
    status: 422,
    message: '备份文件已损坏（{where}：{why}），没有恢复任何内容',
    next: '请换用另一份备份，或重新传输后再试',
  },
  'backup.newer': {
    status: 422,
    message: '备份来自较新的程序（{program}），本程序没有其中的迁移 {module}/{name}',
    next: '请用同样或更新版本的程序恢复',
  },
  'backup.not-empty': {
    status: 409,
    message: '租户「{tenant}」里已有数据表（如 {table}），不能恢复到其中',
    next: '请用 YICHUANG_TENANT 另设一个租户，或用 YICHUANG_DATA 另设一个空的数据目录',
  },
});
