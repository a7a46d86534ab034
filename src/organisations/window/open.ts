import { Type } from 'typebox';
import { birth, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Name, Reference } from '../fields.ts';
import { organisationNamed } from '../needs.ts';
import { site } from '../site/site.ts';
import { MAY } from './rights.ts';
import { serviceWindow } from './window.ts';

/** 开设窗口 — the site's version is guarded: a site closing in the same moment takes no new window. */
export const openWindow = birth(serviceWindow, {
  name: 'open',
  title: '开设窗口',
  may: MAY,
  to: ['open'],
  input: Type.Object({
    site: Reference('site', '办事场所'),
    label: Type.String({ title: '窗口号', pattern: '^[A-Z]{0,2}[0-9]{1,3}$' }),
    name: Name('名称'),
    organisation: Reference('organisation', '进驻单位'),
    isUndifferentiated: Type.Optional(Type.Boolean({ title: '无差别综合窗口' })),
  }),
  needs: {
    staffedBy: organisationNamed('organisation'),
    site: find(site, ({ input }: { input: { site: string } }) => ({ id: input.site })),
    labelled: rows(serviceWindow, ({ input }: { input: { site: string; label: string } }) => ({
      site: input.site,
      label: input.label,
    })),
  },
  decide({ input, staffedBy, site: where, labelled }) {
    if (!where || where.state === 'closed') return refuse('organisations.no-site');
    if (labelled.some((each) => each.state !== 'closed'))
      refuse('organisations.label-taken', { site: where.name, label: input.label });
    return [
      {
        state: 'open',
        label: input.label,
        name: input.name,
        site: where.id,
        organisation: staffedBy.id,
        region: where.region,
        isUndifferentiated: input.isUndifferentiated ?? false,
      },
      change(site, where, {}),
    ];
  },
});
