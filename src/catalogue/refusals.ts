import { refusals } from '#lib/refusal.ts';

refusals({
  'catalogue.incomplete': {
    status: 422,
    message: '事项缺少{missing}，不能收录',
    next: '请补上后再提交',
  },
  'catalogue.known': {
    status: 409,
    message: '编码 {code} 的事项已经收录',
    next: '请在原事项上变更',
  },
  'catalogue.faulty': {
    status: 422,
    message: '事项还有 {count} 处问题，不能发布',
    next: '请按检查结果逐项改正',
  },
  'catalogue.elsewhere': {
    status: 422,
    message: '这是 {place} 目录的事项，本地只收录、不发布',
    next: '请在本地目录的事项上操作',
  },
  'catalogue.several': {
    status: 422,
    message: '编码 {code} 不止一个事项：{items}',
    next: '请用其中一个的完整编码',
  },
  'catalogue.unchanged': {
    status: 422,
    message: '内容与现行版本相同',
    next: '无需变更',
  },
  'catalogue.unreadable': {
    status: 422,
    message: '文件“{name}”读不出事项：{why}',
    next: '请提供 xlsx、csv、json 或 jsonl（可为 gz），首行为要素名称',
  },
});
