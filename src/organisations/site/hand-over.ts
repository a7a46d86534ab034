import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reference } from '../fields.ts';
import { organisationNamed } from '../needs.ts';
import { site } from './site.ts';

/** 移交场所 — another organisation runs it from now on. */
export const handOverSite = action(site, {
  name: 'hand-over',
  title: '移交管理单位',
  may: { 'organisations.keeper': 'region' },
  from: ['open', 'suspended'],
  to: ['open', 'suspended'],
  input: Type.Object({ organisation: Reference('organisation', '新的管理单位') }),
  needs: { keeper: organisationNamed('organisation') },
  decide: ({ site: mine, keeper }) => ({ state: mine.state, organisation: keeper.id }),
});
