import type { RouteRecordRaw } from 'vue-router';

const workbenchPages: RouteRecordRaw[] = [
  { path: 'sheet', meta: { title: '得分表' }, component: () => import('#desk/evaluation/SheetPage.vue') },
  { path: 'findings', meta: { title: '问题' }, component: () => import('#desk/evaluation/FindingsPage.vue') },
  { path: 'figures', meta: { title: '数据' }, component: () => import('#desk/evaluation/FiguresPage.vue') },
  { path: 'goals', meta: { title: '绩效目标' }, component: () => import('#desk/evaluation/GoalsPage.vue') },
  {
    path: 'forecast',
    meta: { title: '怎样提高得分' },
    component: () => import('#desk/evaluation/ForecastPage.vue'),
  },
  { path: 'report', meta: { title: '报告' }, component: () => import('#desk/evaluation/ReportPage.vue') },
  { path: 'course', meta: { title: '签办' }, component: () => import('#desk/evaluation/CoursePage.vue') },
];

/** Every page of the desk; each is loaded when first opened. */
export const routes: readonly RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    meta: { title: '登录' },
    component: () => import('#desk/sign-in/SignIn.vue'),
  },
  {
    path: '/',
    name: 'tasks',
    meta: { title: '我的待办' },
    component: () => import('#desk/tasks/MyTasks.vue'),
  },
  {
    path: '/records/:path',
    name: 'records',
    meta: { title: '列表' },
    component: () => import('#desk/records/RecordList.vue'),
  },
  {
    path: '/records/:path/new/:action?',
    name: 'new-record',
    meta: { title: '新建' },
    component: () => import('#desk/records/NewRecord.vue'),
  },
  {
    path: '/records/:path/:key',
    name: 'record',
    meta: { title: '详情' },
    component: () => import('#desk/records/RecordDetail.vue'),
  },
  {
    path: '/ledger',
    name: 'ledger',
    meta: { title: '操作账本' },
    component: () => import('#desk/shell/Nowhere.vue'),
  },
  {
    path: '/evaluations',
    name: 'evaluations',
    meta: { title: '绩效自评' },
    component: () => import('#desk/evaluation/EvaluationList.vue'),
  },
  {
    path: '/evaluations/:key',
    meta: { title: '绩效自评' },
    component: () => import('#desk/evaluation/Workbench.vue'),
    redirect: (to) => `${to.path}/sheet`,
    children: workbenchPages,
  },
  {
    path: '/:rest(.*)*',
    name: 'nowhere',
    meta: { title: '没有这一页' },
    component: () => import('#desk/shell/Nowhere.vue'),
  },
];
