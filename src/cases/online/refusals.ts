import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.nothing-to-supply': {
    status: 409,
    message: '这件办件现在不需要补交材料',
    next: '请看办件的最新进度',
  },
  'cases.follow-unknown': {
    status: 404,
    message: '没有找到这件办件，或号码不符',
    next: '请核对凭证上的编号和申请时留的电话；仍查不到的请拨打 12345',
  },
  'cases.follow-too-many': {
    status: 429,
    message: '查询太频繁',
    next: '请 {wait}后再试；急事请拨打 12345 或登录后查看',
  },
  'cases.not-online': {
    status: 422,
    message: '「{item}」还不能在网上申请',
    next: '请带材料到政务服务窗口办理，或委托他人代办',
  },
  'cases.no-mandate': {
    status: 422,
    message: '不能代办：{why}',
    next: '请委托人登录后重新委托，写明事项、可以代办什么和起止日期；或由委托人自己办理',
  },
  'cases.online-questions': {
    status: 422,
    message: '还有问题没有回答：{names}',
    next: '请返回填写，回答后再提交',
  },
  'cases.online-papers': {
    status: 422,
    message: '还缺材料：{names}',
    next: '请返回上传；没有电子材料的，可以带原件到窗口办理',
  },
  'cases.online-phone': {
    status: 422,
    message: '没有联系电话',
    next: '请填写联系电话，办理中有事才能找到您，以后凭编号和后四位也能查进度',
  },
  'cases.no-promise-offered': {
    status: 422,
    message: '「{item}」不适用告知承诺',
    next: '请上传材料，不选告知承诺',
  },
  'cases.draft-files': {
    status: 422,
    message: '一件申请最多上传 {most} 个文件',
    next: '请把同一份材料的多页合成一个 PDF，或到窗口提交',
  },
  'cases.draft-file': {
    status: 422,
    message: '这个文件不属于这份申请',
    next: '请在填写页面重新上传',
  },
});
