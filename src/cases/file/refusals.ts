import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.result-file-none': {
    status: 422,
    message: '本件作出决定后还没有上传这个文件',
    next: '请先把结果文书扫描件作为附件上传到本件，再登记',
  },
  'cases.result-file-which': {
    status: 422,
    message: '本件作出决定后上传了不止一个文件：{names}',
    next: '请写明哪一个是结果文书的扫描件',
  },
});
