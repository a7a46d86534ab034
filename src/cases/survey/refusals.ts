import { refusals } from '#lib/refusal.ts';

refusals({
  'cases.branch-unseen': {
    status: 422,
    message: '本部门须先到现场查看，勘查结果还没有登记',
    next: '请先提出或完成现场勘查并登记结果，再签署同意；现在就不同意的可以写明理由',
  },
  'cases.branch-unmet': {
    status: 422,
    message: '本部门现场勘查登记「{conditions}」不符合，还没有复查通过，不能签署同意',
    next: '请在整改后复查并登记结果，再签署同意；现在就不同意的可以写明理由',
  },
  'cases.survey-span': {
    status: 422,
    message: '日程的终日不能早于始日，且至多 {days} 天',
    next: '请缩短要看的时间',
  },
  'cases.survey-past': { status: 422, message: '约定时间已经过去', next: '请填写今后的时间' },
  'cases.survey-night': {
    status: 422,
    message: '{at}是夜间，不能约申请人到现场勘查',
    next: '请约在白天（{from}—{to}）；各方已在现场、马上去看的，约定一小时以内的时间',
  },
  'cases.survey-far': {
    status: 422,
    message: '勘查须约在告知之后 {days} 个工作日内（最迟{until}）：等待期间承诺时限中止，不能约得更远',
    next: '请改约更近的日期；一时去不了的，先不排期（未告知前承诺时限照计），或由管理员按本地规定修改设置「现场勘查期限」',
  },
  'cases.survey-put-right-far': {
    status: 422,
    message: '整改期限最长 {days} 个工作日（最迟{until}）：整改期间承诺时限中止，不能定得更远',
    next: '请改定更近的整改期限；短期内整改不了的，请作出未通过结论',
  },
  'cases.survey-no-case': { status: 422, message: '等待这次勘查的办件都已终结', next: '请取消这次勘查' },
  'cases.survey-of-others': {
    status: 422,
    message: '只有同一工程建设项目或同一件事的办件才能并入这次勘查',
    next: '请核对勘查编号；其他办件请另行提出勘查',
  },
  'cases.survey-has-case': { status: 422, message: '本件已在这次勘查中', next: '无需重复并入' },
  'cases.survey-begun': {
    status: 409,
    message: '这次勘查已经开始或结束',
    next: '请刷新后查看；需要时另行提出勘查',
  },
  'cases.survey-nobody': {
    status: 422,
    message: '没有其他单位去了',
    next: '请先增加同去单位，或取消这次勘查',
  },
  'cases.survey-unscheduled': {
    status: 422,
    message: '勘查还没有排定时间',
    next: '请先排定时间并告知申请人',
  },
  'cases.survey-not-yet': {
    status: 422,
    message: '约定的勘查时间是{at}，还没有到',
    next: '请到现场查看后登记；提前去的请先改期',
  },
  'cases.survey-unanswered': {
    status: 422,
    message: '还有没有填写结果的查看内容：{conditions}',
    next: '请逐项填写；与本件无关的选“不涉及”',
  },
  'cases.survey-twice': {
    status: 422,
    message: '「{condition}」填写了两次',
    next: '请每项只填一次',
  },
  'cases.survey-saw-nothing': {
    status: 422,
    message: '本单位各项都填“不涉及”，现场什么也没有查看，不能算参加了勘查',
    next: '请补充写明在现场实际查看的内容和结果；没有到场查看的，请由组织勘查的单位登记未到场',
  },
  'cases.survey-bare': {
    status: 422,
    message: '「{condition}」不符合，须写明情况',
    next: '请在说明中写明哪里不符合、怎样整改',
  },
  'cases.survey-attendee-twice': {
    status: 422,
    message: '到场人员「{name}」填写了两次',
    next: '请填写到场的两名以上工作人员，每人一次',
  },
  'cases.survey-nothing-seen': {
    status: 422,
    message: '各项都填“不涉及”，这次勘查什么也没有看，不能作出通过结论',
    next: '请补充查看内容再去一次，或作出未通过结论；确实不需勘查的请取消',
  },
  'cases.survey-unmet': {
    status: 422,
    message: '有不符合的内容，不能作出通过结论：{conditions}',
    next: '请限期整改后复查，或作出未通过结论',
  },
  'cases.survey-no-day': {
    status: 422,
    message: '限期整改须写明期限',
    next: '请填写今后的整改期限',
  },
  'cases.survey-look-again': {
    status: 422,
    message: '整改后须先复查',
    next: '请安排复查，由提出不符合的单位再去查看',
  },
  'cases.survey-needed': {
    status: 422,
    message: '该事项须经现场勘查，还没有查看：{departments}',
    next: '请提出现场勘查，由上述单位亲自逐项查看后再作决定；其他单位去了不能代替',
  },
  'cases.survey-failed': {
    status: 422,
    message: '现场勘查未通过，不能准予：{what}',
    next: '请作出不予决定，或提出复勘，写明回应哪次勘查，由原单位对不符合的内容再看一次',
  },
  'cases.survey-answers': {
    status: 422,
    message: '本件有未通过的勘查（{numbers}），新的勘查须写明回应哪一次',
    next: '请选择所回应的勘查；不符合的内容由原单位再看一次',
  },
  'cases.survey-none-failed': {
    status: 422,
    message: '本件没有这次未通过的勘查',
    next: '首次勘查请不填写“回应哪次未通过的勘查”',
  },
  'cases.survey-own': {
    status: 422,
    message: '本件有未通过的勘查（{numbers}），不能并入其他勘查',
    next: '请为本件单独提出复勘',
  },
});
