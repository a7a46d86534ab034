import { refusals } from '#lib/refusal.ts';

refusals({
  'organisations.no-region': {
    status: 422,
    message: '没有这个行政区划，或它已撤销',
    next: '请从行政区划列表中选择现行的区划',
  },
  'organisations.no-organisation': {
    status: 422,
    message: '没有这个单位，或它已撤销、已并入其他单位',
    next: '请查找单位名称，选择现行的单位',
  },
  'organisations.no-site': {
    status: 422,
    message: '没有这个办事场所，或它已停止服务',
    next: '请从场所列表中选择',
  },
  'organisations.level': {
    status: 422,
    message: '「{name}」不能设在「{parent}」之下：下级的层级必须更低',
    next: '请选择层级更高的上级区划',
  },
  'organisations.whole': {
    status: 422,
    message: '「{kind}」必须有上级区划',
    next: '请填写上级区划代码；只有本级政府所在的区划可以没有上级',
  },
  'organisations.code-taken': {
    status: 409,
    message: '区划代码 {code} 已登记为「{name}」',
    next: '请核对代码；更名请使用「更名」',
  },
  'organisations.name-taken': {
    status: 409,
    message: '同一上级下已有「{name}」',
    next: '请先查找已有的记录，确需新增时请更换名称',
  },
  'organisations.label-taken': {
    status: 409,
    message: '「{site}」已有 {label} 号窗口',
    next: '请更换窗口号，或先关闭原窗口',
  },
  'organisations.future': {
    status: 422,
    message: '日期 {on} 还没有到',
    next: '请在生效之日或之后登记',
  },
  'organisations.before-beginning': {
    status: 422,
    message: '日期 {on} 早于设立日期 {since}',
    next: '请核对日期',
  },
  'organisations.own-successor': {
    status: 422,
    message: '不能并入自己或自己的下级',
    next: '请另选一个承接的单位或区划',
  },
  'organisations.circle': {
    status: 422,
    message: '「{parent}」是「{name}」的下级，不能反过来作它的上级',
    next: '请另选上级单位',
  },
  'organisations.not-empty': {
    status: 422,
    message: '「{name}」之下还有 {what}，不能撤销',
    next: '请先将其撤销、迁出，或改用「合并」整体并入其他单位',
  },
  'organisations.outside-scope': {
    status: 422,
    message: '「{name}」不在您的管辖范围内',
    next: '请由上级管理员办理',
  },
  'organisations.credit-code': {
    status: 422,
    message: '统一社会信用代码的校验位不对',
    next: '请对照登记证书逐位核对',
  },
});
