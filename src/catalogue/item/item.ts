import { day, flag, instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { ItemType, Level } from '../codes/types.ts';
import type { Elements } from '../elements/elements.ts';
import type { DayUnit } from '../elements/kinds.ts';

/**
 * 政务服务事项 — by its implementing code, with what holds today. `place` is whose catalogue it stands in (GB/T 2260): the
 * tenant's own, one above to compare with, or another place's. What it said before lies in its editions.
 */
export const item = noun({
  name: 'item',
  as: 'item',
  path: 'items',
  title: '事项',
  states: {
    listed: '已收录',
    draft: '在编',
    published: '已发布',
    suspended: '暂停办理',
    cancelled: '已取消',
  },
  columns: {
    name: text('事项名称'),
    place: text('目录所属区划').measured(),
    type: text<ItemType>('事项类型').measured(),
    level: text<Level>('行使层级').orNull(),
    basicCode: text('基本编码').orNull(),
    body: text('实施主体'),
    bodyCode: text('实施主体编码').orNull(),
    kind: text<'instant' | 'promised'>('办件类型').orNull().measured(),
    isOnApplication: flag('依申请办理').measured(),
    isOnline: flag('可网办').orNull().measured(),
    visits: integer('到现场次数').orNull().measured(),
    legalDays: integer('法定办结时限').orNull(),
    promisedDays: integer('承诺办结时限').orNull(),
    /** Of both limits; null where they differ. */
    dayUnit: text<DayUnit>('时限单位').orNull(),
    isComplete: flag('要素填报完整').measured(),
    /** Of this place's own catalogue; another's is only compared with. */
    isOwn: flag('本地事项').orNull().measured(),
    /** The department here that `body` names. */
    organisation: uuid('实施部门').orNull().measured(),
    isInHall: flag('进驻政务大厅').orNull().measured(),
    /** What other records say of the item; settled by the program when they change. */
    agrees: flag('与上级目录一致').orNull().measured(),
    isEntered: flag('部门已设行政审批股').orNull().measured(),
    isAuthorised: flag('授权书在期').orNull().measured(),
    basisAlarms: integer('依据变动提示').orNull().measured(),
    faults: integer('问题数'),
    doubts: integer('待核数'),
    edition: integer('版本'),
    editionId: uuid('现行版本'),
    recordedOn: day('收录日期').measured(),
    publishedAt: instant('发布时间').orNull().measured(),
    endedAt: instant('取消时间').orNull().measured(),
    elements: json<Elements>('要素'),
  },
  see: { 'people.staff': 'anyone' },
  filters: ['place', 'type', 'basicCode', 'kind', 'body', 'organisation'],
  searched: ['name', 'number', 'body'],
});
export type Item = RowOf<typeof item>;

/** 事项版本 — what an item said from one day to another. Never changed once a later one is there. */
export const itemEdition = noun({
  name: 'item-edition',
  as: 'itemEdition',
  path: 'item-editions',
  title: '事项版本',
  states: { current: '现行', former: '旧版' },
  columns: {
    item: uuid('事项'),
    edition: integer('版本'),
    startsOn: day('启用日期'),
    endsOn: day('停用日期').orNull(),
    reason: text('变更原因').orNull(),
    elements: json<Elements>('要素'),
  },
  see: { 'people.staff': 'anyone' },
  filters: ['item'],
});
export type ItemEdition = RowOf<typeof itemEdition>;
