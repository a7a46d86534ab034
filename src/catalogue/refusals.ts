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
    message: '事项有 {count} 处问题，不能发布，已发布的不能这样改',
    next: '请按检查结果逐项改正',
  },
  'catalogue.needs-publisher': {
    status: 422,
    message: '事项已经发布，{titles}一改即生效，只能由事项发布员变更',
    next: '请报事项发布员核对后办理；其他要素可以自行变更',
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
  'catalogue.future': {
    status: 422,
    message: '日期 {on} 还没有到',
    next: '请填今天或以前的日期',
  },
  'catalogue.before': {
    status: 422,
    message: '日期 {on} 早于 {since}',
    next: '请填不早于 {since} 的日期',
  },
  'catalogue.backward': {
    status: 422,
    message: '止日 {endsOn} 早于起日 {startsOn}',
    next: '请改正起止日期',
  },
  'catalogue.no-account': {
    status: 422,
    message: '没有可用的账号 {account}',
    next: '请填写首席代表本人的登录名；没有账号的，请账号管理员先开设',
  },
  'catalogue.other-chief': {
    status: 422,
    message: '账号 {account} 是{name}的，授权书写明的首席代表是{chief}',
    next: '请填写{chief}本人的账号；换人的先「明确首席代表」再授权',
  },
  'catalogue.has-section': {
    status: 409,
    message: '{name}已经设有行政审批股',
    next: '请在原有记录上办理',
  },
  'catalogue.same-chief': {
    status: 422,
    message: '首席代表已经是{chief}',
    next: '无需变更',
  },
  'catalogue.no-section': {
    status: 422,
    message: '没有这个行政审批股，或它已撤销',
    next: '请先设立行政审批股',
  },
  'catalogue.no-chief': {
    status: 422,
    message: '{name}还没有首席代表',
    next: '请先明确首席代表，再授权',
  },
  'catalogue.letter-items': {
    status: 422,
    message: '授权书要么授权全部事项，要么列明事项',
    next: '请勾选“全部事项”，或逐项列出编码，二者取一',
  },
  'catalogue.has-seal': {
    status: 409,
    message: '“{name}”已经登记',
    next: '请先缴销旧章，或换一个名称',
  },
  'catalogue.too-long': {
    status: 422,
    message: '事项 {code} 的{title}太长，工作簿的一格放不下',
    next: '请导出为 JSON 或 CSV',
  },
  'catalogue.no-above': {
    status: 422,
    message: '还没有说明以哪个区划的目录为准',
    next: '请先导入上级目录，再选择它，或由管理员在设置“上级对照目录”中填写它的区划代码',
  },
  'catalogue.no-pair': {
    status: 422,
    message: '这两个事项不能比对：应是本地事项与上级目录中基本编码相同的事项',
    next: '请在比对结果中选择',
  },
  'catalogue.no-difference': {
    status: 422,
    message: '“{title}”没有差异，或不在比对要素之列',
    next: '请刷新比对结果后再处理',
  },
  'catalogue.declined': {
    status: 422,
    message: '“{title}”的差异已决定保留本地写法',
    next: '任何一方改动后会重新列出；也可以采纳上级',
  },
  'catalogue.unchecked': {
    status: 422,
    message: '还有 {count} 个事项没有核对',
    next: '请逐项修订，或说明核对无误',
  },
  'catalogue.no-department': {
    status: 422,
    message: '所列部门中有的不存在或已撤销',
    next: '请重新选择部门',
  },
  'catalogue.empty-list': {
    status: 422,
    message: '受理清单是空的',
    next: '请选择全部纳入的部门，或列出事项编码',
  },
  'catalogue.no-window': {
    status: 422,
    message: '没有这个窗口，或它已关闭',
    next: '请重新选择窗口',
  },
  'catalogue.has-list': {
    status: 409,
    message: '窗口 {label} 已有受理清单',
    next: '请调整原清单，或先停用',
  },
  'catalogue.window-type': {
    status: 422,
    message: '窗口 {label} 登记的性质与“{title}”不符',
    next: '请先在窗口登记中改为或改去“无差别综合窗口”',
  },
  'catalogue.window-place': {
    status: 422,
    message: '窗口 {label} 所在的地方不设“{title}”',
    next: '镇（街道）和村（社区）窗口只设在便民服务中心和服务点',
  },
  'catalogue.town-window': {
    status: 422,
    message: '镇（街道）窗口应为其中之一：{names}',
    next: '请按设置的名称填写；其他类别的窗口不填',
  },
  'catalogue.no-such-place': {
    status: 422,
    message: '{code} 不是该层级现行的区划',
    next: '请重新选择镇（街道）或村（社区）',
  },
  'catalogue.not-own': {
    status: 422,
    message: '这不是本地现行的事项',
    next: '请选择本地目录中的事项',
  },
  'catalogue.delegated': {
    status: 409,
    message: '“{name}”这段时间已赋权给{level}',
    next: '请先收回原赋权，或改起止日期',
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
