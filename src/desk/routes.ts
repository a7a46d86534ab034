import type { RouteRecordRaw } from 'vue-router';

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
    path: '/:rest(.*)*',
    name: 'nowhere',
    meta: { title: '没有这一页' },
    component: () => import('#desk/shell/Nowhere.vue'),
  },
];
