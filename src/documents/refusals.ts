import { refusals } from '#lib/refusal.ts';

const SAVE_AGAIN = '请用 Office 或 WPS 打开原文件，另存为 docx（文档）或 xlsx（表格）后重新上传';
const OTHER_FILE = '请换用 docx、xlsx、pdf、html 或 txt 格式的文件';

refusals({
  'documents.empty': { status: 422, message: '文件「{name}」是空的', next: '请核对后重新选择文件' },
  'documents.too-large': {
    status: 413,
    message: '文件「{name}」超过 {limit} 的上限',
    next: '请去掉图片等附件内容，或拆分后重新上传',
  },
  'documents.too-much': {
    status: 422,
    message: '文件「{name}」内容过多：{what}',
    next: '请拆分后重新上传',
  },
  'documents.old-format': {
    status: 415,
    message: '文件「{name}」是旧版格式（{format}），无法直接读取',
    next: SAVE_AGAIN,
  },
  'documents.heic': {
    status: 415,
    message: '照片「{name}」是苹果手机的 HEIC 格式，窗口和部门的电脑打不开',
    next: '请在手机“设置 › 相机 › 格式”选“兼容性最佳”后重拍，或把照片截屏、另存为 JPG 后再上传',
  },
  'documents.encrypted': {
    status: 422,
    message: '文件「{name}」设有打开密码，无法读取',
    next: '请取消密码保护，另存后重新上传',
  },
  'documents.macros': {
    status: 422,
    message: '文件「{name}」含有宏（自动运行的程序），不予接收',
    next: '请另存为不含宏的 docx 或 xlsx 后重新上传',
  },
  'documents.zip-bomb': {
    status: 422,
    message: '文件「{name}」的压缩内容异常（{what}），不予打开',
    next: SAVE_AGAIN,
  },
  'documents.doctype': {
    status: 422,
    message: '文件「{name}」内嵌有文档类型声明，可能有害，不予打开',
    next: SAVE_AGAIN,
  },
  'documents.damaged': { status: 422, message: '文件「{name}」已损坏：{what}', next: SAVE_AGAIN },
  'documents.unknown-format': {
    status: 415,
    message: '无法识别文件「{name}」的格式',
    next: OTHER_FILE,
  },
  'documents.not-accepted': {
    status: 415,
    message: '不接收「{format}」类型的附件（文件「{name}」）',
    next: '请换用 pdf、docx、xlsx、png、jpg、txt 或 csv 格式的文件',
  },
  'documents.misnamed': {
    status: 415,
    message: '文件「{name}」名称是扫描件、照片或 Office 文件，内容却是文字',
    next: '请重新选择原来的文件；确为文字的，请以 txt 或 csv 为扩展名上传',
  },
  'documents.unreadable': {
    status: 422,
    message: '文件「{name}」无法读取：{reason}',
    next: '请另存为 docx、xlsx 或 pdf 后重试；仍不成功时请联系管理员',
  },
});
