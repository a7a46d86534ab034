import { refusals } from '#lib/refusal.ts';

refusals({
  'people.no-attendee': { status: 422, message: '参训人员中有查不到的账号', next: '请从账号名录中选择' },
  'people.attendee-twice': {
    status: 422,
    message: '{name}列了不止一次',
    next: '每人只列一次，成绩以最后一次为准',
  },
  'people.training-ahead': { status: 422, message: '培训日期在今天之后', next: '请在培训举办之后登记' },
  'people.training-ends': { status: 422, message: '有效期早于培训日期', next: '请核对两个日期' },
  'people.wrong-sign-in': {
    status: 401,
    message: '账号或密码不对',
    next: '请核对后重试；忘记密码请联系本单位账号管理员',
  },
  'people.sign-in-locked': {
    status: 429,
    message: '连续失败次数过多，这个账号已暂停登录',
    next: '请 {minutes} 分钟后再试，或联系本单位账号管理员',
  },
  'people.not-active': {
    status: 403,
    message: '账号当前为「{state}」，不能登录',
    next: '请联系本单位账号管理员',
  },
  'people.session-ended': {
    status: 401,
    message: '登录已失效：长时间未操作、已退出，或密码已更换',
    next: '请重新登录',
  },
  'people.bad-token': {
    status: 401,
    message: '访问令牌无效、已过期或已撤销',
    next: '请核对令牌，或重新签发',
  },
  'people.foreign-origin': {
    status: 403,
    message: '这个请求不是从本系统的页面发出的',
    next: '请从本系统的页面操作；程序调用请使用访问令牌',
  },
  'people.account-taken': {
    status: 409,
    message: '账号名「{account}」已被使用',
    next: '请更换账号名',
  },
  'people.bad-link': {
    status: 422,
    message: '链接无效、已使用或已过期',
    next: '请联系账号管理员重新发送链接',
  },
  'people.weak-password': {
    status: 422,
    message: '密码不符合要求：{why}',
    next: '请换一个更长、更难猜的密码',
  },
  'people.wrong-password': {
    status: 422,
    message: '当前密码不对',
    next: '请重新输入当前密码',
  },
  'people.own-account': {
    status: 422,
    message: '不能对自己的账号「{title}」',
    next: '请由另一位账号管理员办理',
  },
  'people.last-administrator': {
    status: 422,
    message: '这是最后一个可用的账号管理员',
    next: '请先给另一个账号授予账号管理员',
  },
  'people.no-role': {
    status: 422,
    message: '没有可授予的角色「{role}」',
    next: '请从角色列表中选择',
  },
  'people.no-scope': {
    status: 422,
    message: '没有「{scope}」这个范围',
    next: '请填写行政区划代码或单位，全部范围请留空',
  },
  'people.whole-only': {
    status: 422,
    message: '「{role}」只能按全部范围授予',
    next: '请把范围留空',
  },
  'people.beyond-own': {
    status: 403,
    message: '不能授予超出自己权限的角色或范围',
    next: '请缩小范围，或由上级管理员办理',
  },
  'people.not-granted': {
    status: 422,
    message: '这个账号没有该项授权',
    next: '请刷新后查看现有授权',
  },
  'people.not-unmasked': {
    status: 403,
    message: '查看完整信息前须先说明理由',
    next: '请先办理「查看完整信息」，两分钟内有效',
  },
});
