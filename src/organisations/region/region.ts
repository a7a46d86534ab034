import { day, json, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { FormerName } from '../dates.ts';

/** Kinds of administrative divisions with their level: a parent's level is always higher (smaller). */
export const REGION_KINDS = {
  province: { title: '省', level: 'province', rank: 1 },
  city: { title: '市', level: 'city', rank: 2 },
  district: { title: '县（市、区）', level: 'district', rank: 3 },
  town: { title: '镇', level: 'town', rank: 4 },
  township: { title: '乡', level: 'town', rank: 4 },
  subdistrict: { title: '街道', level: 'town', rank: 4 },
  village: { title: '村', level: 'village', rank: 5 },
  community: { title: '社区', level: 'village', rank: 5 },
} as const;
export type RegionKind = keyof typeof REGION_KINDS;
export type RegionLevel = (typeof REGION_KINDS)[RegionKind]['level'];

/**
 * 行政区划 — an administrative division; its number is the official code (GB/T 2260, and 12 digits below the county).
 * A change of code is a new division with this one's `successor` pointing there.
 */
export const region = noun({
  name: 'region',
  as: 'region',
  path: 'regions',
  title: '行政区划',
  states: { active: '现行', abolished: '已撤销' },
  columns: {
    name: text('名称'),
    kind: text<RegionKind>('类别').measured(),
    level: text<RegionLevel>('层级').measured(),
    parent: text('上级区划').orNull().measured(),
    establishedOn: day('设立日期').orNull(),
    abolishedOn: day('撤销日期').orNull(),
    successor: text('并入区划').orNull(),
    formerNames: json<readonly FormerName[]>('曾用名'),
  },
  see: { 'people.staff': 'anyone' },
  filters: ['parent', 'level', 'kind', 'state'],
  searched: ['name', 'number'],
});
export type Region = RowOf<typeof region>;
