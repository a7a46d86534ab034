import { refusals } from '#lib/refusal.ts';

refusals({
  'hotline.letter-nameless': {
    status: 422,
    message: '没有填写姓名或联系电话',
    next: '请补填后再提交；不愿留下姓名电话的，请勾选“匿名”',
  },
  'hotline.letter-other-channel': {
    status: 422,
    message: '这里不收“{channel}”',
    next: '从这里提交的只能是：{own}；请重新选择后再提交',
  },
  'hotline.letter-not-found': {
    status: 404,
    message: '没有查到：编号与电话（或查询码）不相符',
    next: '请核对编号，以及所留电话的后四位或完整号码（固定电话带区号）；匿名信请填写查询码',
  },
  'hotline.letter-too-many': {
    status: 429,
    message: '查询或提交的次数太多',
    next: '请 {wait}后再试；急事请拨打 12345',
  },
  'hotline.letter-needs-proof': {
    status: 403,
    message: '电话后四位只能查进度',
    next: '评价、撤回请用完整的电话号码或查询码重新查询',
  },
  'hotline.letter-needs-code': {
    status: 403,
    message: '工作人员因联系您查看过这个号码，不能再凭它评价或撤回',
    next: '请用写信后得到、或话务员告知的查询码重新查询；没有查询码的，请在回访时评价，或拨打 12345',
  },
  'hotline.code-of-writer': {
    status: 422,
    message: '写信人提交时已经得到查询码，工作人员看不到',
    next: '请写信人用提交时的查询码，或编号和电话号码查询',
  },
  'hotline.code-not-told': {
    status: 403,
    message: '查询码只给刚刚办理“告知查询码”的话务员看两分钟',
    next: '诉求人还没有记下的，请再办一次“告知查询码”',
  },
  'hotline.letter-expired': {
    status: 403,
    message: '页面打开得太久，已经失效',
    next: '请用编号重新查询后再操作',
  },
  'hotline.letter-sent-before': {
    status: 409,
    message: '这张表单刚才已经提交成功，现在的内容与那时不同',
    next: '如果要另写一封，请再按一次“提交”；内容已经保留',
  },
  'hotline.letter-not-public': {
    status: 404,
    message: '没有这封公开的来信',
    next: '它没有公开，或者已经取消公开；自己写的信请用编号查办理进度',
  },
  'hotline.public-personal': {
    status: 422,
    message: '要公开的文字里还有个人信息',
    next: '请按提示删去或遮盖后再公开',
  },
  'hotline.public-unchecked': {
    status: 422,
    message: '公开前须逐字核对',
    next: '请通读要公开的标题、内容和答复，确认没有个人信息后勾选“已逐字核对”',
  },
});
