import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-sheet': {
    status: 422,
    message: '本件没有窗口上传的文件「{name}」',
    next: '请先把申请人签署的文书扫描件作为附件上传到本件，再填写它的文件名',
  },
  'cases.sheet-is-paper': {
    status: 422,
    message: '「{name}」是申请材料「{paper}」的文件，不能当作申请人另行签署的文书',
    next: '请把申请人这次签署的文书单独扫描，另取文件名上传到本件后填写',
  },
  'cases.sheet-used': {
    status: 422,
    message: '「{name}」已用作本件的{use}，一份文书不能作两种用途',
    next: '请把申请人这次签署的文书单独扫描上传到本件，再填写它的文件名',
  },
  'cases.sheet-old': {
    status: 422,
    message: '「{name}」是在{what}（{at}）之前上传的，不能作为这一次签署的文书',
    next: '请把申请人这次签署的文书扫描件重新上传到本件，再填写它的文件名',
  },
  'cases.not-electronic': {
    status: 422,
    message: '不能电子送达：本件没有登记结果文书扫描件，或者申请人没有网上账号',
    next: '请先登记结果文书（不予的为决定书）扫描件；申请人没有账号的，请改为窗口领取或邮寄',
  },
  'cases.own-client': {
    status: 422,
    message: '您是本件申请人的代办人（帮代办员），不能同时受理、审查、决定或用章',
    next: '请由另一位工作人员办理；您可以先「申请收件」，继续补交材料、跟进进度，并把结果当面交给申请人',
  },
  'cases.own-case': {
    status: 422,
    message: '本件的申请人是您本人，不能办理自己的申请',
    next: '请由另一位工作人员办理',
  },
  'cases.own-hands': {
    status: 422,
    message: '您是本件的代办人，不能把结果交给自己',
    next: '请交给申请人本人并写明「本人签收」，或改为邮寄；受托人自己领取的，由另一位工作人员办理送达',
  },
  'cases.receiver-unknown': {
    status: 422,
    message: '签收人不是申请人本人，也没有可以代领的委托',
    next: '请写明申请人姓名或「本人签收」；由他人代领的，填写登记的委托编号（须包括领取），或把代领委托书上传到本件后填写文件名',
  },
  'cases.post-untracked': {
    status: 422,
    message: '邮寄送达没有写明邮件单号',
    next: '请填写邮政或快递的单号（字母、数字至少 8 位），可以先写快递公司；还没有寄出的不要登记送达',
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
  'cases.decline-ground': {
    status: 422,
    message: '不予受理须有法定情形',
    next: '请选择：不需要办理、不属于本机关职权、告知后逾期没有补正，或者隐瞒、虚假',
  },
  'cases.decline-where': {
    status: 422,
    message: '不属于本机关职权的，应当告知申请人向哪个机关申请',
    next: '请写明有权办理的机关',
  },
  'cases.decline-untold': {
    status: 422,
    message: '材料不齐全、不符合形式的，要先一次性告知，不能直接不予受理（行政许可法第三十二条）',
    next: '可以当场更正的请当场更正；否则办理「一次性告知补正」，逾期没有补正的再不予受理',
  },
});
