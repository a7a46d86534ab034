import type { RouteRecordRaw } from 'vue-router';

/** Pages of the hotline, each loaded when first opened. */
export const hotlinePages: RouteRecordRaw[] = [
  { path: 'desk', meta: { title: '话务台' }, component: () => import('#desk/hotline/AgentPage.vue') },
  { path: 'dispatch', meta: { title: '派单台' }, component: () => import('#desk/hotline/DispatchPage.vue') },
  { path: 'inbox', meta: { title: '承办箱' }, component: () => import('#desk/hotline/InboxPage.vue') },
  {
    path: 'call-backs',
    meta: { title: '回访台' },
    component: () => import('#desk/hotline/CallBackPage.vue'),
  },
  {
    path: 'supervision',
    meta: { title: '督办台' },
    component: () => import('#desk/hotline/SupervisionPage.vue'),
  },
  {
    path: 'city',
    meta: { title: '市平台对接台' },
    component: () => import('#desk/hotline/CityPage.vue'),
  },
  { path: 'orders/:key', meta: { title: '工单' }, component: () => import('#desk/hotline/OrderPage.vue') },
  {
    path: 'draws/:key',
    meta: { title: '回访抽样' },
    component: () => import('#desk/hotline/DrawPage.vue'),
  },
  {
    path: 'bulletin',
    meta: { title: '通报' },
    component: () => import('#desk/hotline-figures/BulletinPage.vue'),
  },
  {
    path: 'bulletin/records',
    meta: { title: '通报数字背后的工单' },
    component: () => import('#desk/hotline-figures/RecordsPage.vue'),
  },
  {
    path: 'gaming',
    meta: { title: '异常线索' },
    component: () => import('#desk/hotline-figures/GamingPage.vue'),
  },
  {
    path: 'definitions',
    meta: { title: '口径簿' },
    component: () => import('#desk/hotline-figures/DefinitionsPage.vue'),
  },
];
