import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.not-electronic': {
    status: 422,
    message: '不能电子送达：本件没有登记结果文书扫描件，或者申请人没有网上账号',
    next: '请先登记结果扫描件；申请人没有账号的，请改为窗口领取或邮寄',
  },
  'cases.receiver-unknown': {
    status: 422,
    message: '签收人不是申请人本人，也没有可以代领的委托',
    next: '请写明申请人姓名或「本人签收」；由他人代领的，填写登记的委托编号（须包括领取），或把代领委托书上传到本件后填写文件名',
  },
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
