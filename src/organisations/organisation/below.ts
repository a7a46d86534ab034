import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { site, type Site } from '../site/site.ts';
import { serviceWindow, type ServiceWindow } from '../window/window.ts';
import { organisation, type Organisation } from './organisation.ts';

type OfRow = { readonly row: { readonly id: string } };

/** What hangs on an organisation: active sub-units, its sites and its windows. */
export const belowIt = {
  children: rows(organisation, ({ row }: OfRow) => ({ parent: row.id, state: 'active' })),
  sites: rows(site, ({ row }: OfRow) => ({ organisation: row.id })),
  windows: rows(serviceWindow, ({ row }: OfRow) => ({ organisation: row.id })),
};
interface Below {
  readonly children: readonly Organisation[];
  readonly sites: readonly Site[];
  readonly windows: readonly ServiceWindow[];
}

/** The same without what has ended already. */
export const living = ({ children, sites, windows }: Below): Below => ({
  children,
  sites: sites.filter((each) => each.state !== 'closed'),
  windows: windows.filter((each) => each.state !== 'closed'),
});

/** An organisation that still has something below it cannot just end. */
export function refuseUnlessEmpty(name: string, below: Below): void {
  const { children, sites, windows } = living(below);
  if (children.length > 0) refuse('organisations.not-empty', { name, what: `${children.length} 个下级单位` });
  if (sites.length > 0) refuse('organisations.not-empty', { name, what: `${sites.length} 个办事场所` });
  if (windows.length > 0) refuse('organisations.not-empty', { name, what: `${windows.length} 个窗口` });
}
