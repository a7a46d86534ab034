import type { RouteRecordRaw } from 'vue-router';

/** Pages of the cases, each loaded when first opened. */
export const casePages: RouteRecordRaw[] = [
  { path: 'new', meta: { title: '收件' }, component: () => import('#desk/cases/NewCasePage.vue') },
  { path: ':key', redirect: ({ params }) => `/records/cases/${String(params['key'])}` },
];
