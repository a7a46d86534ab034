import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.no-topic': {
    status: 422,
    message: '没有诉求主题「{topic}」',
    next: '请从主题表中选择，或请督办员新增主题',
  },
  'hotline.topic-taken': { status: 409, message: '已有主题「{topic}」', next: '请直接使用，或换一个名称' },
  'hotline.topic-depth': { status: 422, message: '主题最多三级', next: '请选择更高一级的主题作为上级' },
  'hotline.no-place': {
    status: 422,
    message: '没有行政区划「{place}」',
    next: '请填写本区的区划代码或名称，可以到村（社区）',
  },
  'hotline.no-limit': {
    status: 422,
    message: '时限表（{place}）没有规定这类诉求的办理时限',
    next: '请系统管理员在“工单办理时限”中补充后再派单',
  },
  'hotline.limit-of-nothing': {
    status: 422,
    message: '时限表第 {line} 行的时限为 0 小时',
    next: '请填写至少 1 小时；要求当日办结的，单位选工作日，时限填 0',
  },
  'hotline.no-clock': {
    status: 422,
    message: '这张工单没有由本系统计算的办理期限，不能申请延期',
    next: '补录的工单按来源所述期限办理；需要重新计时的，请退单后由派单员派单',
  },
  'hotline.clock-stands': { status: 422, message: '时限正在中止，没有截止时间', next: '请先恢复计时' },
  'hotline.anonymous-named': {
    status: 422,
    message: '选了匿名，又填写了诉求人',
    next: '匿名的请清空姓名和电话；需要回复的请改选保密',
  },
  'hotline.assists-itself': {
    status: 422,
    message: '主办单位不能同时协办',
    next: '请从协办单位中去掉主办单位',
  },
  'hotline.return-too-late': {
    status: 422,
    message: '退单时限到 {lastOn} 为止，已经过了',
    next: '请办理并答复；确不属本单位职责的，请联系督办员',
  },
  'hotline.channel-not-here': {
    status: 422,
    message: '渠道“{channel}”不能这样登记',
    next: '市平台的工单请由对接员“接收市平台转办”，差评由系统自动转办',
  },
  'hotline.no-call': { status: 422, message: '没有这通来电', next: '请核对来电，或不填来电后登记' },
  'hotline.call-has-order': {
    status: 422,
    message: '来电 {number} 已经形成工单',
    next: '请在已有工单上补充；来电人另有一件事的，请勾选“同一通来电的另一件事”',
  },
  'hotline.no-knowledge': {
    status: 422,
    message: '没有这条已发布的知识',
    next: '请从知识库中选择，或不填知识条目',
  },
  'hotline.not-reached-solved': {
    status: 422,
    message: '未接通，不能登记是否解决',
    next: '请清空“是否解决”，联系上诉求人后再登记',
  },
  'hotline.called-back-already': {
    status: 422,
    message: '这次答复已经回访过诉求人',
    next: '确需再次回访的，请填写理由；以前的结果会保留，不满意的仍计为不满意',
  },
  'hotline.own-reply': {
    status: 422,
    message: '答复过这件工单的人不能回访',
    next: '请由另一位回访员联系诉求人',
  },
  'hotline.contact-too-early': {
    status: 422,
    message: '联系时间早于本单位接到工单或本轮重办（{since}）',
    next: '请填写接到工单之后与诉求人的联系；转办、重办的须重新联系',
  },
  'hotline.caller-protected': {
    status: 422,
    message: '诉求人要求保密，工单上没有姓名和电话可看',
    next: '承办单位请用“经热线办公室联系”；热线办公室人员请在保密诉求人中查看',
  },
  'hotline.contact-by-office': {
    status: 422,
    message: '诉求人要求保密，承办单位不能自行联系',
    next: '请使用“经热线办公室联系”，由热线办公室转达并登记',
  },
  'hotline.contact-in-future': { status: 422, message: '联系时间晚于现在', next: '请填写实际联系的时间' },
  'hotline.no-contact': {
    status: 422,
    message:
      '答复前须联系诉求人；本单位在本轮还没有联系上的记录，也不满 {times} 次联系未果（每次至少相隔 {minutes} 分钟）',
    next: '请先联系诉求人，并填写联系时间和方式；联系不上的逐次登记；诉求人要求保密的，请经热线办公室联系',
  },
});
