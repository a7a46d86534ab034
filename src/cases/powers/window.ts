import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { held } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import {
  findList,
  windowList,
  windowTakes,
  type Item,
  type WindowList,
  type WindowType,
} from '#catalogue/index.ts';
import { sql } from 'kysely';
import './refusals.ts';

/** 窗口受理清单 with the windows they are of: few, asked at every application, so every process keeps them. */
export interface Windows {
  readonly lists: readonly WindowList[];
  /** Id of a window → its number and name, as people say them. */
  readonly labels: ReadonlyMap<string, string>;
  /** Id of a window → the division it stands in, and whether it is an undifferentiated one. */
  readonly standing: ReadonlyMap<string, { readonly region: string; readonly isUndifferentiated: boolean }>;
}
interface WindowRow {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly region: string;
  readonly isUndifferentiated: boolean;
}
export const heldWindows = held<Windows>({
  name: 'cases.windows',
  load: async (db) => {
    const lists = await sql<
      Record<string, unknown>
    >`${sql.raw(selectRows(windowList, 'order by r.id'))}`.execute(db);
    const windows = await sql<WindowRow>`
      select id, label, name, region, is_undifferentiated as "isUndifferentiated" from service_window`.execute(
      db,
    );
    return {
      lists: lists.rows.map((record) => readRow(windowList, record) as WindowList),
      labels: new Map(windows.rows.map(({ id, label, name }) => [id, `${label} ${name}`])),
      standing: new Map(windows.rows.map((each) => [each.id, each])),
    };
  },
  reloadOn: ['window-list', 'window'],
});

interface Taking {
  readonly item: Pick<Item, 'number' | 'name' | 'basicCode' | 'organisation'>;
  readonly on: Day;
}
interface Asked extends Taking {
  readonly window: string;
}
/** Whether a window of a type takes the item on that day by its list; anywhere, or in one division. Pure. */
export const takesSomewhere = (
  { lists }: Pick<Windows, 'lists'>,
  kind: WindowType,
  { item, on, region }: Taking & { readonly region?: string },
): boolean =>
  lists.some(
    (list) =>
      list.kind === kind && (region === undefined || list.region === region) && windowTakes(list, item, on),
  );

/**
 * The type of the window that takes an application, by its list; null when it works by none. Refuses a window whose list
 * has not this item, and names those that have. Pure.
 */
export function windowTypeFor({ window, item, on }: Asked, { lists, labels }: Windows): WindowType | null {
  const own = findList(lists, window, on);
  if (!own) return null;
  if (windowTakes(own, item, on)) return own.kind;
  const others = lists.filter((list) => windowTakes(list, item, on));
  const names = others.flatMap((list) => labels.get(list.serviceWindow) ?? []);
  return refuse('cases.not-this-window', {
    window: labels.get(window) ?? '本窗口',
    item: item.name,
    where:
      names.length > 0 ? `请到${names.join('、')}办理` : '没有窗口的受理清单包含该事项，请联系大厅管理员',
  });
}
