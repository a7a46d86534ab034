import type { RouteRecordRaw } from 'vue-router';

/** The sheets of one evaluation, each loaded when first opened. */
export const workbenchPages: RouteRecordRaw[] = [
  { path: 'sheet', meta: { title: '得分表' }, component: () => import('#desk/evaluation/SheetPage.vue') },
  { path: 'findings', meta: { title: '问题' }, component: () => import('#desk/evaluation/FindingsPage.vue') },
  { path: 'figures', meta: { title: '数据' }, component: () => import('#desk/evaluation/FiguresPage.vue') },
  {
    path: 'figures/:figure/records',
    meta: { title: '背后的记录' },
    component: () => import('#desk/evaluation/FigureRecords.vue'),
  },
  {
    path: 'figures/:figure/records/:record',
    meta: { title: '背后的一条记录' },
    component: () => import('#desk/evaluation/FigureRecord.vue'),
  },
  { path: 'goals', meta: { title: '绩效目标' }, component: () => import('#desk/evaluation/GoalsPage.vue') },
  {
    path: 'narrative',
    meta: { title: '文字' },
    component: () => import('#desk/evaluation/NarrativePage.vue'),
  },
  {
    path: 'forecast',
    meta: { title: '怎样提高得分' },
    component: () => import('#desk/evaluation/ForecastPage.vue'),
  },
  { path: 'report', meta: { title: '报告' }, component: () => import('#desk/evaluation/ReportPage.vue') },
  { path: 'course', meta: { title: '签办' }, component: () => import('#desk/evaluation/CoursePage.vue') },
];
