import { join } from 'node:path';
import type { Held } from '#lib/action/need.ts';
import { module } from '#lib/module.ts';
import { changeSetting } from './change.ts';
import { heldSettings } from './held-settings.ts';
import { settingNoun } from './setting.ts';
import { settingsView } from './views/settings.ts';

export { loadSettings, settingNow, settingOf, type SettingValues } from './held-settings.ts';

/** 设置 — what an administrator may decide about the program, each with its ground and its day. */
export const settings = module({
  name: 'settings',
  title: '设置',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [settingNoun],
  actions: [changeSetting],
  views: [settingsView],
  held: [heldSettings as unknown as Held<never>],
});
