import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../fields.ts';
import { site } from './site.ts';

const may = { 'organisations.keeper': 'region', 'organisations.hall-manager': 'region' } as const;

/** 暂停服务 — for building works, a power cut, an epidemic. */
export const suspendSite = action(site, {
  name: 'suspend',
  title: '暂停服务',
  may,
  from: ['open'],
  to: ['suspended'],
  input: Type.Object({ reason: Reason }),
  decide: ({ input }) => ({ state: 'suspended', closedBecause: input.reason }),
});

/** 恢复服务. */
export const resumeSite = action(site, {
  name: 'resume',
  title: '恢复服务',
  may,
  from: ['suspended'],
  to: ['open'],
  input: Type.Object({}),
  decide: () => ({ state: 'open', closedBecause: null }),
});
