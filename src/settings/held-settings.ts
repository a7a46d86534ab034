import { fromHeld, held, type Held, type Need } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Setting } from '#lib/setting.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import type { SettingRow } from './setting.ts';

/** What was decided about every setting, in memory of every process. */
export interface SettingValues {
  /** The value on a day: the last decision that is effective by then, or what the module declared. */
  readonly valueOf: <T>(setting: Setting<T>, on: Day) => T;
  /** Decisions on a setting, the last one first. */
  readonly decisionsOn: (name: string) => readonly SettingRow[];
}

/** The last word among decisions (last first) on a day: a later decision overrules an earlier one from its own day on. */
export const inForceOn = (decisions: readonly SettingRow[], on: Day): SettingRow | undefined =>
  decisions.find((each) => each.effectiveOn <= on);

export async function loadSettings(db: Reader): Promise<SettingValues> {
  const rows = await db.selectFrom('setting').selectAll().orderBy('sequence', 'desc').execute();
  const byName = Map.groupBy(rows as unknown as SettingRow[], (row) => row.name);
  const decisionsOn = (name: string): readonly SettingRow[] => byName.get(name) ?? [];
  return {
    decisionsOn,
    valueOf: <T>(setting: Setting<T>, on: Day): T => {
      const decided = inForceOn(decisionsOn(setting.name), on);
      return decided ? (decided.value as T) : setting.initial;
    },
  };
}

export const heldSettings = held<SettingValues>({
  name: 'settings',
  load: loadSettings,
  reloadOn: ['setting'],
});

/** For actions: `needs: { thresholds: settingNow(thresholds) }`. @public */
export const settingNow = <T>(setting: Setting<T>): Need<{ readonly now: Instant }, T> =>
  fromHeld(heldSettings, (values, { now }: { readonly now: Instant }) => values.valueOf(setting, dayOf(now)));

/** For views, routes and loops. */
export const settingOf = <T>(app: Pick<App, 'held' | 'now'>, setting: Setting<T>): T =>
  (app.held.value(heldSettings as Held<unknown>) as SettingValues).valueOf(setting, dayOf(app.now()));
