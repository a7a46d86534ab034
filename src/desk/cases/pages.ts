import type { RouteRecordRaw } from 'vue-router';

/** Pages of the cases, each loaded when first opened. */
export const casePages: RouteRecordRaw[] = [
  { path: 'new', meta: { title: '收件' }, component: () => import('#desk/cases/NewCasePage.vue') },
  { path: 'inbox', meta: { title: '部门待办' }, component: () => import('#desk/cases/InboxPage.vue') },
  { path: 'delivery', meta: { title: '出件' }, component: () => import('#desk/cases/DeliveryPage.vue') },
  { path: 'board', meta: { title: '红黄牌' }, component: () => import('#desk/cases/BoardPage.vue') },
  { path: 'took', meta: { title: '办理用时' }, component: () => import('#desk/cases/took/TookPage.vue') },
  {
    path: 'bundles/new',
    meta: { title: '一件事收件' },
    component: () => import('#desk/cases/bundles/NewBundlePage.vue'),
  },
  {
    path: 'bundles/:key',
    meta: { title: '一件事' },
    component: () => import('#desk/cases/bundles/BundlePage.vue'),
  },
  {
    path: 'visits/:key',
    meta: { title: '现场勘查' },
    component: () => import('#desk/cases/survey/VisitPage.vue'),
  },
  { path: ':key', meta: { title: '办件' }, component: () => import('#desk/cases/CasePage.vue') },
];
