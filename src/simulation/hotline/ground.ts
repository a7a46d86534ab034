import { calendarOf, type CalendarTable } from '#calendar/index.ts';
import {
  hotlineProcess,
  limits,
  samplingRules,
  type DueRules,
  type LimitTable,
  type SamplingRules,
} from '#hotline/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import '../year/refusals.ts';

/** A village or community with the town it belongs to and that town's government. */
export interface Village {
  readonly code: string;
  /** 钱粮湖镇高桥村, as people say it. */
  readonly spoken: string;
  readonly town: string;
}
export interface Unit {
  readonly id: string;
  readonly name: string;
}
/** What the year stands on: the tenant's own places, units, calendar and limits. */
export interface Ground {
  readonly district: string;
  readonly villages: readonly Village[];
  readonly units: readonly Unit[];
  readonly unitNamed: (name: string) => Unit;
  readonly calendar: CalendarTable;
  readonly rules: DueRules;
  /** 回访抽样规则. */
  readonly sampling: SamplingRules;
}

/** Farms the statistics office counts "like a village" are called by their own name. */
const spokenName = (name: string): string => name.replace(/类似村$/, '');

export function groundOf(app: Pick<App, 'scopes' | 'held' | 'now'>): Ground {
  const tree = app.scopes() as OrganisationTree;
  const active = [...tree.organisations.values()].filter((each) => each.isActive);
  const units = active.filter(({ kind, parent }) => kind !== 'section' && parent === null);
  const townUnit = (region: string): string | undefined =>
    units.find((each) => each.kind === 'town' && each.region === region)?.id;
  const villages = [...tree.regions.values()].flatMap(({ code, name, parent, isActive }) => {
    const town = parent === null ? undefined : townUnit(parent);
    if (!isActive || town === undefined) return [];
    return [{ code, town, spoken: `${tree.nameOf(parent!)}${spokenName(name)}` }];
  });
  if (tree.root === null || villages.length === 0 || units.length === 0)
    return refuse('simulation.no-places');
  const calendar = calendarOf(app);
  const table = settingOf(app, limits) as LimitTable;
  const { aheadOfCityDays } = settingOf(app, hotlineProcess);
  const byName = new Map(units.map((each) => [each.name, each]));
  return {
    district: tree.root.code,
    villages,
    units,
    unitNamed: (name) => byName.get(name) ?? units[0]!,
    calendar,
    rules: { table, calendar, aheadDays: aheadOfCityDays as number },
    sampling: settingOf(app, samplingRules) as SamplingRules,
  };
}
