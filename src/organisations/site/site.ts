import { day, integer, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

export const SITE_KINDS = {
  hall: '政务服务大厅',
  'town-centre': '乡镇（街道）便民服务中心',
  'service-point': '村（社区）便民服务点',
  'self-service': '自助服务点',
  branch: '专业分厅',
} as const;
export type SiteKind = keyof typeof SITE_KINDS;

/** 办事场所 — a place where the public is served. `region` is where it stands, `organisation` who runs it. */
export const site = noun({
  name: 'site',
  as: 'site',
  path: 'sites',
  title: '办事场所',
  states: { open: '开放', suspended: '暂停服务', closed: '已关闭' },
  columns: {
    name: text('名称'),
    kind: text<SiteKind>('类别').measured(),
    organisation: uuid('管理单位').measured(),
    region: text('所在区划').measured(),
    address: text('地址').orNull(),
    phone: text('咨询电话').orNull(),
    openingHours: text('开放时间').orNull(),
    areaSquareMetres: integer('面积（平方米）').orNull(),
    openedOn: day('启用日期').orNull(),
    closedOn: day('关闭日期').orNull(),
    closedBecause: text('暂停或关闭原因').orNull(),
  },
  series: 'CS',
  see: { 'people.staff': 'anyone' },
  filters: ['kind', 'region', 'organisation', 'state'],
  searched: ['name', 'number', 'address'],
});
export type Site = RowOf<typeof site>;
