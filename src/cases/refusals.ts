import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.no-item': {
    status: 422,
    message: '没有事项「{item}」，或它还没有发布',
    next: '请在事项目录中查找，填写其实施编码',
  },
  'cases.not-offered': {
    status: 422,
    message: '「{item}」{why}，现在不能申请',
    next: '请联系窗口或 12345 了解何时恢复',
  },
  'cases.not-on-application': {
    status: 422,
    message: '「{item}」不是依申请办理的事项，不在窗口受理',
    next: '请核对事项；需要反映问题的请拨打 12345',
  },
  'cases.no-department': {
    status: 422,
    message: '机构名录中没有实施主体「{body}」',
    next: '请选择审批部门，或请机构管理员补录该单位',
  },
  'cases.not-competent': {
    status: 422,
    message: '该事项由{body}决定，{named}无权办理',
    next: '请不填审批部门，由系统按事项的实施主体确定',
  },
  'cases.no-limit': {
    status: 422,
    message: '「{item}」没有写明办结时限',
    next: '请事项编目员补上法定或承诺时限后再受理',
  },
  'cases.wrong-answer': {
    status: 422,
    message: '情形选择与事项不符：{question}',
    next: '请按事项的提问重新选择',
  },
  'cases.unknown-paper': {
    status: 422,
    message: '该事项没有要求这些材料：{names}',
    next: '请按材料清单勾选；确需新增材料的请先变更事项',
  },
  'cases.papers-missing': {
    status: 422,
    message: '还缺材料：{names}',
    next: '请当场补齐，或一次性告知补正；符合条件的可以容缺受理或告知承诺',
  },
  'cases.nothing-missing': {
    status: 422,
    message: '补正告知须逐项写明缺什么，这里一项也没有',
    next: '请逐项填写；材料齐全的请直接受理',
  },
  'cases.left-out': {
    status: 422,
    message: '补正告知只有一次，还漏了这些未交的材料：{names}',
    next: '请把未交的材料逐项写全后再告知',
  },
  'cases.must-accept': {
    status: 422,
    message: '申请人已于{at}按告知补齐全部材料，应当受理',
    next: '请受理；不符合条件的在审查后作出不予决定',
  },
  'cases.told-once': {
    status: 422,
    message: '已于{at}一次性告知补正，不得再次要求补正',
    next: '补齐的请受理，逾期未补齐的作出不予受理决定；确需检验、鉴定等的请在受理后走特别程序',
  },
  'cases.deemed': {
    status: 409,
    message: '一次性告知期限到{until}为止，已经届满，该件自收件之日起视为受理',
    next: '系统随即登记视为受理，请刷新后按已受理办理',
  },
  'cases.checks-open': {
    status: 422,
    message: '还有 {count} 个部门没有反馈收件核验意见',
    next: '请等部门反馈（最迟{until}）后一并告知',
  },
  'cases.number-given': {
    status: 422,
    message: '文书号「{given}」已经给了办件 {number}，一个号只能用一次',
    next: '请核对文书登记簿，填写下一个号',
  },
  'cases.needs-number': {
    status: 422,
    message: '该事项的结果是{result}，当场办结须填写结果文书号',
    next: '请填写{result}上的文书号；现在不能出证的请只收件',
  },
  'cases.nothing-issued': {
    status: 422,
    message: '该件还没有制证用章，没有可更正的文书号和有效期',
    next: '请由用章员制证时填写正确的文书号和有效期',
  },
  'cases.not-instant': {
    status: 422,
    message: '「{item}」不是即办件，不能当场办结',
    next: '请收件、受理后转审批部门办理',
  },
  'cases.same-person': {
    status: 422,
    message: '该事项实行受审分离：{first}与{second}不能是同一人',
    next: '请由另一位工作人员办理',
  },
  'cases.conflict': {
    status: 422,
    message: '您已申报与本件有利害关系，应当回避',
    next: '请由其他工作人员办理',
  },
  'cases.branches-open': {
    status: 422,
    message: '还有 {count} 个审批分支没有完成',
    next: '请等各部门答复后再作决定',
  },
  'cases.branch-objects': {
    status: 422,
    message: '{department}不同意，不能准予',
    next: '请作出不予决定，或退回该部门重新审查',
  },
  'cases.procedure-open': { status: 422, message: '特别程序尚未结束', next: '请先登记特别程序的结果' },
  'cases.procedure-not-listed': {
    status: 422,
    message: '该事项的特别程序是{listed}，没有{kind}',
    next: '请按事项列明的特别程序办理；确需增加的请先变更事项',
  },
  'cases.procedure-needs-head': {
    status: 422,
    message: '「{item}」没有列明特别程序，须由本机关负责人启动',
    next: '请报本机关负责人批准并启动，或在时限内作出决定',
  },
  'cases.survey-open': { status: 422, message: '现场勘查尚未完成', next: '请先登记勘查结果' },
  'cases.outstanding': {
    status: 422,
    message: '容缺材料尚未补齐：{names}',
    next: '材料补齐前不得作出决定、不得发证；逾期未补的请终止办理',
  },
  'cases.not-late-yet': { status: 422, message: '期限到{until}为止，还没有到期', next: '请在期限过后再终止' },
  'cases.resident-id': {
    status: 422,
    message: '身份证号码的校验位不对',
    next: '请核对 18 位号码',
  },
  'cases.credit-code': {
    status: 422,
    message: '统一社会信用代码的校验位不对',
    next: '请核对 18 位代码',
  },
  'cases.firm-code': {
    status: 422,
    message: '法人或其他组织须填写统一社会信用代码',
    next: '请填写 18 位代码；自然人请选择自然人',
  },
  'cases.persons-code': {
    status: 422,
    message: '自然人没有统一社会信用代码',
    next: '以个体工商户、法人或其他组织的名义申请的，请选择法人或其他组织；自然人请填写身份证号码',
  },
  'cases.needs-result': {
    status: 422,
    message: '该事项有审批结果「{result}」，要先制证再送达',
    next: '请先用章制证',
  },
  'cases.not-in-examination': {
    status: 409,
    message: '该件不在审查中，不能再提意见',
    next: '请刷新后查看办件现在的状态',
  },
  'cases.check-over': { status: 409, message: '该件已经受理或终结，不再收件核验', next: '请刷新后查看' },
  'cases.wrong-ground': {
    status: 422,
    message: '终止情形与该件的情况不符',
    next: '请核对：逾期未补正须在待补正时，容缺未补须是容缺受理，承诺不实须是告知承诺受理',
  },
  'cases.not-the-windows': {
    status: 403,
    message: '该件已经受理，只能由审批部门负责人或首席代表终止办理',
    next: '请转审批部门处理；申请人不再办理的，登记撤回申请',
  },
  'cases.valid-before': {
    status: 422,
    message: '有效期至{until}，不晚于决定日期{decided}',
    next: '请核对有效期，应在决定日期之后',
  },
  'cases.no-window': {
    status: 422,
    message: '没有这个窗口',
    next: '请从窗口名录中选择；不按窗口登记的不填',
  },
  'cases.no-such-window': {
    status: 422,
    message: '「{place}」不能按{type}登记：{why}',
    next: '请核对受理地和窗口；选了窗口的不必再填窗口类别，由受理清单确定',
  },
  'cases.window-elsewhere': {
    status: 422,
    message: '{window}不在「{place}」',
    next: '请选择受理地的窗口，或更正受理地',
  },
  'cases.own-application': { status: 422, message: '不能审批自己提出的申请', next: '请由另一位负责人办理' },
});
