import { refusals } from '#lib/refusal.ts';

refusals({
  'performance.not-counted': {
    status: 404,
    message: '这个数不是由业务记录统计得出的，背后没有记录可看',
    next: '请看它的出处和依据；由系统统计的数可以点开看记录',
  },
  'performance.framework-year': {
    status: 422,
    message: '指标体系适用于{framework}年度，与所选的{year}年度不同',
    next: '请选用当年的指标体系，或先沿用为当年版本',
  },
  'performance.framework-open': {
    status: 422,
    message: '指标体系“{name}”尚未发布或已停用',
    next: '请选用已发布的指标体系',
  },
  'performance.weights': {
    status: 422,
    message: '权重不一致：{faults}',
    next: '请调整分值或分组权重，使合计与列明的一致后再发布',
  },
  'performance.rules-open': {
    status: 422,
    message: '有{count}项指标还没有分值',
    next: '请先为每项指标填写分值和评分标准',
  },
  'performance.no-form': {
    status: 422,
    message: '没有“{form}”这套自带的指标体系',
    next: '请从自带的指标体系中选择',
  },
  'performance.no-row': {
    status: 422,
    message: '指标体系中没有这一项指标：{path}',
    next: '请从指标体系中选择',
  },
  'performance.number': { status: 400, message: '有{count}处数据需要改正', next: '请按提示改正后再提交' },
  'performance.blank-text': {
    status: 400,
    message: '文字只有空白',
    next: '请填写文字；留空则由系统按数据成文',
  },
  'performance.figure-title': {
    status: 400,
    message: '有{count}项数据不在数据目录中',
    next: '请填写名称和计量单位，或改用目录中的数据项',
  },
  'performance.beyond-full': {
    status: 400,
    message: '自评得分应在0和分值之间',
    next: '请按提示改正后再提交',
  },
  'performance.unscored': {
    status: 422,
    message: '还有{count}项指标没有自评得分',
    next: '请补齐自评得分后再提交',
  },
  'performance.demands-reason': {
    status: 422,
    message: '有{count}项自评得分与按规则计算的得分不一致，尚未填写原因',
    next: '请逐项填写原因，或改正得分后再提交',
  },
  'performance.not-generic': {
    status: 422,
    message: '“{name}”是共性指标，不能改为个性化指标',
    next: '如确需调整，请由财政部门修改指标体系',
  },
  'performance.no-adaptation': {
    status: 422,
    message: '这一项没有待批准的个性化指标',
    next: '请先由填报人提出个性化指标',
  },
  'performance.no-finding': {
    status: 422,
    message: '没有这一条问题，可能已随数据改正而消除',
    next: '请刷新问题清单',
  },
  'performance.own-work': {
    status: 422,
    message: '您参与了本自评的{step}，不能再{title}',
    next: '请由其他人员办理',
  },
  'performance.no-measure': {
    status: 422,
    message: '没有名为“{measure}”的统计指标',
    next: '请从统计指标目录中选择',
  },
  'performance.bind-unseen': {
    status: 403,
    message: '“{title}”统计的记录超出您能查看的范围',
    next: '请由能查看这些记录的人（如督办员、效能监督员、账本审计员）统计，或把统计范围改为本单位',
  },
  'performance.not-a-unit': {
    status: 422,
    message: '没有标识为“{unit}”的单位行',
    next: '请先在基本信息中登记二级机构',
  },
  'performance.no-evaluation': {
    status: 404,
    message: '没有{key}的绩效自评，或它不在您的管辖范围内',
    next: '请核对年度和单位',
  },
  'performance.which-organisation': {
    status: 422,
    message: '{year}年度有{count}个单位的绩效自评',
    next: '请指明单位，或从列表中选择',
  },
  'performance.not-signed': {
    status: 422,
    message: '{number}尚未签发，没有可以固定的内容',
    next: '请在签发后再导出报告包',
  },
  'performance.not-sealed': {
    status: 503,
    message: '签发的账本条目正在封存',
    next: '请稍候几秒再导出',
  },
  'performance.no-unit-or-year': {
    status: 422,
    message: '报告中没有读出单位或年度',
    next: '请填写单位名称和年度后重新接收',
  },
  'performance.same-file': {
    status: 422,
    message: '与当前版本是同一个文件',
    next: '请选择更正后的文件',
  },
  'performance.nothing-to-ask': {
    status: 422,
    message: '所选范围内没有需要函询的问题',
    next: '请选择至少一处矛盾、尾差或待说明的问题',
  },
  'performance.not-bound': {
    status: 422,
    message: '这项数据已不再绑定该统计指标',
    next: '如需统计，请重新绑定',
  },
  'performance.unreadable-rows': {
    status: 400,
    message: '有{count}行不能导入',
    next: '请按提示改正后重新导入；本次没有导入任何数据',
  },
});
