import { refusals } from '#lib/refusal.ts';

refusals({
  'applicants.identity-number': {
    status: 422,
    message: '证件号码不对',
    next: '请核对证件种类和号码后重试',
  },
  'applicants.credit-code': {
    status: 422,
    message: '统一社会信用代码不对',
    next: '请对照营业执照核对 18 位代码',
  },
  'applicants.not-a-person': {
    status: 422,
    message: '「{number}」是单位，没有证件号码',
    next: '请改填单位信息',
  },
  'applicants.not-a-firm': {
    status: 422,
    message: '「{number}」是个人，没有单位信息',
    next: '请改填个人信息',
  },
  'applicants.no-applicant': {
    status: 422,
    message: '没有这个申请人，或已注销',
    next: '请先登记申请人，再办理这一步',
  },
  'applicants.breach-day': { status: 422, message: '日期不对：{why}', next: '请核对日期' },
  'applicants.mandate-days': { status: 422, message: '委托期限不对：{why}', next: '请核对起止日期' },
  'applicants.mandate-items': {
    status: 422,
    message: '没有说清委托哪些事项',
    next: '请列出事项编码，或选择全部事项',
  },
  'applicants.mandate-agent': {
    status: 422,
    message: '没有说清委托给谁',
    next: '请填写受托人的姓名和证件号码，或选择一名帮代办员',
  },
  'applicants.mandate-oneself': { status: 422, message: '不能委托给本人', next: '请填写另一个人' },
  'applicants.sign-in-not-offered': {
    status: 503,
    message: '这里还没有接通省统一身份认证平台，不能网上实名登录',
    next: '请到政务服务窗口办理；查进度不需要登录，凭编号和电话后四位即可',
  },
  'applicants.platform-away': {
    status: 503,
    message: '省统一身份认证平台暂时连不上',
    next: '请过几分钟再试；急办的请到政务服务窗口',
  },
  'applicants.sign-in-stale': {
    status: 422,
    message: '这次登录已失效：时间过长、已经用过，或者同时打开了几个登录页面',
    next: '请重新登录',
  },
  'applicants.sign-in-refused': {
    status: 422,
    message: '省统一身份认证平台的答复没有通过核对，没有登录',
    next: '请重新登录；仍不行的请到政务服务窗口',
  },
  'applicants.sign-in-cancelled': {
    status: 422,
    message: '您在省统一身份认证平台取消了登录',
    next: '需要时可以重新登录；查进度不需要登录',
  },
  'applicants.level-too-low': {
    status: 403,
    message: '您在省平台的实名等级是「{level}」，这里需要「{wanted}」',
    next: '请先在省平台完成实名认证，再回来登录；也可以带身份证到政务服务窗口',
  },
  'applicants.claims-missing': {
    status: 422,
    message: '省平台没有给出登录所需的{what}',
    next: '请在省平台补全实名信息后重试，或到政务服务窗口办理',
  },
  'applicants.name-differs': {
    status: 409,
    message: '这个证件号码在窗口登记的姓名与省平台的不一致',
    next: '请带身份证到政务服务窗口更正，再回来登录',
  },
});
