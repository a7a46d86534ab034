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
  'hotline.contact-in-future': { status: 422, message: '联系时间晚于现在', next: '请填写实际联系的时间' },
  'hotline.no-contact': {
    status: 422,
    message: '答复前须联系诉求人；还没有联系上的记录，也不满 {times} 次联系未果',
    next: '请先联系诉求人，并填写联系时间和方式；联系不上的逐次登记',
  },
});
