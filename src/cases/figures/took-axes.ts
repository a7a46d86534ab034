import { sql, type RawBuilder } from 'kysely';
import { WINDOW_TYPES } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { STAND_LEVELS } from '../words.ts';

interface Axis {
  readonly title: string;
  readonly column: RawBuilder<string | null>;
  /** What a value of the column is called; for an item, what it was called last. */
  readonly nameOf: (
    key: string,
    around: { readonly tree: OrganisationTree; readonly last: string },
  ) => string;
}
const titled = (titles: Readonly<Record<string, string>>, key: string): string => titles[key] ?? key;

/** By what the days are told apart. */
export const TOOK_AXES = {
  department: {
    title: '审批部门',
    column: sql`department::text`,
    nameOf: (key, { tree }) => tree.nameOf(key),
  },
  level: { title: '受理层级', column: sql`level`, nameOf: (key) => titled(STAND_LEVELS, key) },
  'window-type': {
    title: '窗口类别',
    column: sql`window_type`,
    nameOf: (key) => titled(WINDOW_TYPES, key),
  },
  item: { title: '事项', column: sql`item_code`, nameOf: (_, { last }) => last },
} as const satisfies Readonly<Record<string, Axis>>;
export type TookAxis = keyof typeof TOOK_AXES;

/** Cases that stand under no value of the axis: handed in on line, at no window. */
export const NONE = 'none';
export const NONE_NAME = '不经窗口';

/** The cases of one line. */
export const onAxis = (axis: TookAxis, key: string): RawBuilder<boolean> =>
  key === NONE
    ? sql<boolean>`${TOOK_AXES[axis].column} is null`
    : sql<boolean>`${TOOK_AXES[axis].column} = ${key}::text`;
