import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Remit } from '../fields.ts';
import { organisation } from './organisation.ts';

/** 调整职责 — the whole list anew; services look here for who is responsible. */
export const assignRemit = action(organisation, {
  name: 'assign-remit',
  title: '调整职责范围',
  may: { 'organisations.keeper': 'region' },
  from: ['active'],
  to: ['active'],
  input: Type.Object({ remit: Remit }),
  decide: ({ input }) => ({ state: 'active', remit: input.remit }),
});
