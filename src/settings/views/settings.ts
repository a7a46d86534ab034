import { Type } from 'typebox';
import { closed } from '#lib/http/validate.ts';
import type { AnySetting } from '#lib/setting.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { inForceOn, loadSettings, type SettingValues } from '../held-settings.ts';
import type { SettingRow } from '../setting.ts';

const shown = ({ number, value, basis, effectiveOn, decidedAt, decidedBy }: SettingRow) => ({
  number,
  value,
  basis,
  effectiveOn,
  decidedAt,
  decidedBy,
});

function settingShown(setting: AnySetting, values: SettingValues, today: Day) {
  const history = values.decisionsOn(setting.name);
  const current = inForceOn(history, today);
  const last = history[0];
  return {
    name: setting.name,
    title: setting.title,
    about: setting.about,
    isImmediate: setting.isImmediate,
    schema: closed(setting.schema),
    value: current ? current.value : setting.initial,
    initial: setting.initial,
    since: current?.effectiveOn ?? null,
    /** Decided, effective on a day to come. */
    upcoming: last && last !== current && last.effectiveOn > today ? shown(last) : null,
    history: history.map(shown),
  };
}

/** 设置一览 — every declared setting with its value today, what it would be by itself, and who changed it when. */
export const settingsView = view({
  name: 'settings',
  title: '设置一览',
  path: '/settings',
  may: 'signed-in',
  query: Type.Object({}),
  read: async ({ db, app, now }) => {
    const values = await loadSettings(db);
    const items = app.modules.flatMap(({ name, title, settings = [] }) =>
      settings.map((setting) => ({
        module: { name, title },
        ...settingShown(setting, values, dayOf(now)),
      })),
    );
    return { items };
  },
});
