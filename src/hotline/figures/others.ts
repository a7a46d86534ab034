import { measure } from '#lib/measure.ts';
import { workOrder } from '../order/work-order.ts';

/** Cases, supervision, matters that came back, letters made public. */
const putForward = measure(workOrder, {
  name: 'hotline.cases-put-forward',
  title: '报送典型案例',
  basis: '承办单位报送的典型案例，按报送时间',
  on: 'putForwardAt',
  by: 'handler',
  where: (row) => row('row.caseStanding', 'is not', null),
});
const selected = measure(workOrder, {
  name: 'hotline.cases-selected',
  title: '选用典型案例',
  basis: '区里选用的典型案例，按选用时间；报送市平台的也计入',
  on: 'selectedAt',
  by: 'handler',
  where: (row) => row('row.caseStanding', 'in', ['selected', 'sent']),
});
const sent = measure(workOrder, {
  name: 'hotline.cases-sent',
  title: '报市典型案例',
  basis: '选用后报送市平台的典型案例，按选用时间',
  on: 'selectedAt',
  by: 'handler',
  where: (row) => row('row.caseStanding', '=', 'sent'),
});
const supervised = measure(workOrder, {
  name: 'hotline.supervised',
  title: '督办',
  basis: '进入督办的工单，按最近一次督办时间',
  on: 'supervisedAt',
  by: 'handler',
  where: (row) => row('row.supervision', '>', 0),
});
const cameBack = measure(workOrder, {
  name: 'hotline.came-back',
  title: '重复来电',
  basis: '办结后在规定日数内同一诉求人或同一事项再次反映的，按再次登记时间，计在原承办单位名下',
  on: 'registeredAt',
  by: 'cameBackHandler',
  where: (row) => row('row.cameBackHandler', 'is not', null),
});
const published = measure(workOrder, {
  name: 'hotline.published',
  title: '公开答复',
  basis: '经诉求人同意、隐去姓名后公开的，按公开时间',
  on: 'publishedAt',
  by: 'handler',
  where: (row) => row.lit(true),
});
const recorded = measure(workOrder, {
  name: 'hotline.recorded',
  title: '补录工单',
  basis: '从其他系统补录的历史工单，按登记时间；结果为来源所述，不是本系统计算',
  on: 'registeredAt',
  by: 'place',
  where: (row) => row('row.isRecorded', '=', true),
});

export const otherMeasures = [putForward, selected, sent, supervised, cameBack, published, recorded];
