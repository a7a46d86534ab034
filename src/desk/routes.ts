import type { RouteRecordRaw } from 'vue-router';
import { casePages } from '#desk/cases/pages.ts';
import { workbenchPages } from '#desk/evaluation/pages.ts';
import { hotlinePages } from '#desk/hotline/pages.ts';

const cataloguePages: RouteRecordRaw[] = [
  {
    path: 'comparison',
    meta: { title: '目录比对' },
    component: () => import('#desk/catalogue/ComparisonPage.vue'),
  },
  {
    path: 'remarks',
    meta: { title: '目录检查' },
    component: () => import('#desk/catalogue/RemarksPage.vue'),
  },
  {
    path: 'editions/:key',
    meta: { title: '版本对照' },
    component: () => import('#desk/catalogue/EditionsPage.vue'),
  },
  {
    path: 'import',
    meta: { title: '导入导出事项' },
    component: () => import('#desk/catalogue/ImportPage.vue'),
  },
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
  { path: '/hotline', redirect: '/', children: hotlinePages },
  { path: '/catalogue', redirect: '/', children: cataloguePages },
  { path: '/cases', redirect: '/', children: casePages },
  {
    path: '/audit',
    name: 'audit',
    meta: { title: '报告核查' },
    component: () => import('#desk/audit/AuditPage.vue'),
  },
  {
    path: '/ledger',
    name: 'ledger',
    meta: { title: '操作账本' },
    component: () => import('#desk/ledger/LedgerPage.vue'),
  },
  {
    path: '/frameworks/:key',
    name: 'framework',
    meta: { title: '指标体系' },
    component: () => import('#desk/frameworks/FrameworkPage.vue'),
  },
  {
    path: '/measures',
    name: 'measures',
    meta: { title: '统计指标' },
    component: () => import('#desk/measures/MeasuresPage.vue'),
  },
  {
    path: '/measures/:name',
    name: 'measure',
    meta: { title: '统计指标' },
    component: () => import('#desk/measures/MeasureRecords.vue'),
  },
  {
    path: '/received',
    name: 'received',
    meta: { title: '收到的自评报告' },
    component: () => import('#desk/received/ReceivedList.vue'),
  },
  {
    path: '/received/:key',
    name: 'received-report',
    meta: { title: '收到的自评报告' },
    component: () => import('#desk/received/ReceivedPage.vue'),
  },
  {
    path: '/across',
    name: 'across',
    meta: { title: '各单位同一指标' },
    component: () => import('#desk/received/AcrossPage.vue'),
  },
  {
    path: '/administration/roles',
    name: 'roles',
    meta: { title: '角色与权限' },
    component: () => import('#desk/people/RolesPage.vue'),
  },
  {
    path: '/administration/me',
    name: 'me',
    meta: { title: '我的账号' },
    component: () => import('#desk/people/MyAccount.vue'),
  },
  {
    path: '/administration/calendar',
    name: 'calendar',
    meta: { title: '工作日历' },
    component: () => import('#desk/people/CalendarPage.vue'),
  },
  {
    path: '/administration/settings',
    name: 'settings',
    meta: { title: '设置' },
    component: () => import('#desk/people/SettingsPage.vue'),
  },
  {
    path: '/invitation',
    name: 'invitation',
    meta: { title: '设置密码' },
    component: () => import('#desk/people/InvitationPage.vue'),
  },
  {
    path: '/:rest(.*)*',
    name: 'nowhere',
    meta: { title: '没有这一页' },
    component: () => import('#desk/shell/Nowhere.vue'),
  },
];
