import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.same-unit': {
    status: 422,
    message: '工单本来就在「{unit}」',
    next: '请选择另一个单位，或不作变动',
  },
  'hotline.ruled': {
    status: 422,
    message: '承办单位已由督办员裁定，不能再退单或转办',
    next: '请按裁定办理；确需变更的，请督办员重新裁定',
  },
  'hotline.needs-ruling': {
    status: 422,
    message: '「{unit}」刚刚退回了这件工单',
    next: '请改派其他单位；仍应由该单位办理的，请督办员裁定',
  },
  'hotline.extension-too-late': {
    status: 422,
    message: '办理期限已于 {dueAt} 届满，不能再申请延期',
    next: '请尽快答复，并向诉求人说明原因',
  },
  'hotline.extension-too-long': {
    status: 422,
    message: '每次最多延期 {days} 个工作日',
    next: '请缩短延期天数',
  },
  'hotline.extension-urgent': {
    status: 422,
    message: '紧急工单每次最多延期 {hours} 小时，且不超过它原来的时限',
    next: '请在现有期限内答复；办不完的，先答复进展并向诉求人作出承诺',
  },
  'hotline.extension-lapsed': {
    status: 422,
    message: '办理期限已于 {dueAt} 届满，延期没有在此之前批准',
    next: '期限不能事后顺延；请登记“不批准延期”，由承办单位尽快答复',
  },
  'hotline.extensions-used-up': {
    status: 422,
    message: '这件工单已延期 {times} 次，不能再延',
    next: '请在现有期限内答复，办不完的说明进展并向诉求人作出承诺',
  },
  'hotline.extension-pending': {
    status: 422,
    message: '已有一份延期申请在等待审批',
    next: '请等待审批结果，或联系派单员',
  },
  'hotline.caller-not-told': {
    status: 422,
    message: '申请延期前须先告知诉求人',
    next: '请先联系诉求人说明延期的原因，再提交申请',
  },
  'hotline.own-application': {
    status: 422,
    message: '申请人不能审批自己的申请',
    next: '请由另一位有权限的人员审批',
  },
  'hotline.answered-once': {
    status: 422,
    message: '这件工单已经答复过，不能再合并或撤回',
    next: '请承办单位按现在的情况答复后办结；登记有误的，请申请作废，由另一人批准',
  },
  'hotline.beyond-city': {
    status: 422,
    message: '延期后将晚于市平台期限 {cityDueAt}',
    next: '请先由对接员向市平台申请延期，登记新的期限后再批准',
  },
  'hotline.into-itself': { status: 422, message: '不能并入工单自身', next: '请选择另一件工单' },
  'hotline.no-target': {
    status: 422,
    message: '没有可以并入的工单',
    next: '请选择本辖区内尚未办结的工单',
  },
  'hotline.target-ended': {
    status: 422,
    message: '工单 {number} 已经结束（{state}），不能再并入',
    next: '请选择尚未办结的工单；诉求人再次反映同一事项的，请重办原工单',
  },
  'hotline.target-stands': {
    status: 422,
    message: '并入的工单仍在办理或已经答复，不必恢复',
    next: '请查看并入的工单，以它的答复为准',
  },
  'hotline.supervised-already': {
    status: 422,
    message: '这件工单已经督办到这一级',
    next: '无需重复督办；需要加重的，请选择更高一级',
  },
  'hotline.no-ladder-step': {
    status: 422,
    message: '督办阶梯没有第 {level} 级',
    next: '请系统管理员核对“督办阶梯”',
  },
  'hotline.ladder-order': {
    status: 422,
    message: '督办阶梯各级的时间须由早到晚，不能重复',
    next: '请按到期前后的工作日数由小到大排列',
  },
  'hotline.relay-names-caller': {
    status: 422,
    message: '转达内容里有能辨认诉求人的内容',
    next: '诉求人要求保密，请按提示删去姓名、电话、住址后再转达',
  },
  'hotline.promise-in-past': {
    status: 422,
    message: '承诺的日期 {on} 已经过去',
    next: '请填写今天或以后的日期',
  },
  'hotline.promise-overdue': {
    status: 422,
    message: '承诺的日期 {on} 已过，不能再改期',
    next: '请尽快兑现并登记，同时向诉求人说明',
  },
  'hotline.postpone-later': {
    status: 422,
    message: '新的日期须晚于原承诺的 {on}',
    next: '请填写更晚的日期；提前兑现的直接登记兑现',
  },
  'hotline.review-needs-unit': {
    status: 422,
    message: '会商决定继续办理的，须指定承办单位',
    next: '请选择承办单位',
  },
});
