import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import {
  organisationTree,
  serviceWindow,
  type OrganisationTree,
  type ServiceWindow,
} from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { Codes, happenedOn, On, OrganisationId, Reason } from '../fields.ts';
import { WINDOW_TYPES, type WindowType } from '../words.ts';
import { townWindows } from './kinds.ts';
import { windowList } from './list.ts';

const MAY = { 'catalogue.publisher': 'region' } as const;
type OfWindow = { readonly input: { readonly window: string } };

const taken = {
  departments: Type.Optional(
    Type.Array(OrganisationId, { title: '全部事项纳入的部门', maxItems: 100, uniqueItems: true }),
  ),
  items: Type.Optional(Codes('另行纳入的事项（编码）')),
};
interface Taken {
  readonly departments?: readonly string[];
  readonly items?: readonly string[];
}

/** Departments must be there; a department's own window takes its own when nothing else is said. */
function takenBy({ departments, items = [] }: Taken, own: readonly string[], tree: OrganisationTree) {
  const all = departments ?? (items.length === 0 ? own : []);
  if (all.some((id) => tree.organisations.get(id)?.isActive !== true)) refuse('catalogue.no-department');
  if (all.length + items.length === 0) refuse('catalogue.empty-list');
  return { departments: all, items };
}

/** A window's type fits what the window is: undifferentiated, of a town, or neither. */
function refuseUnfit(kind: WindowType, window: ServiceWindow, isInTown: boolean): void {
  if ((kind === 'undifferentiated') !== window.isUndifferentiated)
    refuse('catalogue.window-type', { label: window.label, title: WINDOW_TYPES[kind] });
  if ((kind === 'town' || kind === 'village') !== isInTown)
    refuse('catalogue.window-place', { label: window.label, title: WINDOW_TYPES[kind] });
}

/** 确定受理清单 — of which type the window is and what it takes from that day on. */
export const assignWindow = birth(windowList, {
  name: 'assign',
  title: '确定受理清单',
  may: MAY,
  to: ['in-use'],
  input: Type.Object({
    window: Type.String({ title: '窗口', format: 'uuid', ref: 'window' }),
    kind: oneOf(WINDOW_TYPES, '窗口类别'),
    townWindow: Type.Optional(Type.String({ title: '镇（街道）窗口（按设置的名称）', maxLength: 30 })),
    ...taken,
    startsOn: Type.Optional(On('执行日期（不填为今天）')),
  }),
  needs: {
    at: find(serviceWindow, ({ input }: OfWindow) => ({ id: input.window })),
    others: rows(windowList, ({ input }: OfWindow) => ({ serviceWindow: input.window })),
    tree: holding(organisationTree),
    names: settingNow(townWindows),
  },
  decide({ input, at, others, tree, names, now }) {
    if (!at || at.state === 'closed') return refuse('catalogue.no-window');
    if (others.some(({ state }) => state === 'in-use')) refuse('catalogue.has-list', { label: at.label });
    refuseUnfit(input.kind, at, at.region !== tree.root?.code);
    const isNamed = names.some(({ name }) => name === input.townWindow);
    if (input.kind === 'town' ? !isNamed : input.townWindow !== undefined)
      refuse('catalogue.town-window', { names: names.map(({ name }) => name).join('、') });
    return {
      state: 'in-use',
      serviceWindow: at.id,
      region: at.region,
      organisation: at.organisation,
      kind: input.kind,
      townWindow: input.townWindow ?? null,
      ...takenBy(input, input.kind === 'department' || input.kind === 'town' ? [at.organisation] : [], tree),
      startsOn: input.startsOn ?? dayOf(now),
    };
  },
});

/** 调整受理清单 — the whole list anew; the ledger has the one before. */
export const changeList = action(windowList, {
  name: 'change',
  title: '调整受理清单',
  may: MAY,
  from: ['in-use'],
  to: ['in-use'],
  input: Type.Object(taken),
  needs: { tree: holding(organisationTree) },
  decide: ({ input, tree }) => ({ state: 'in-use', ...takenBy(input, [], tree) }),
});

/** 停用受理清单 — the window may then get another. */
export const endList = action(windowList, {
  name: 'end',
  title: '停用受理清单',
  may: MAY,
  from: ['in-use'],
  to: ['ended'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('停用日期（不填为今天）')) }),
  decide: ({ list, input, now }) => ({ state: 'ended', endedOn: happenedOn(input.on, list.startsOn, now) }),
});
