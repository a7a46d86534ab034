import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Name, Reference } from '../fields.ts';
import { organisationNamed } from '../needs.ts';
import { MAY } from './rights.ts';
import { serviceWindow } from './window.ts';

/** 调整窗口 — another organisation or another purpose; the label stays. */
export const reassignWindow = action(serviceWindow, {
  name: 'reassign',
  title: '调整窗口',
  may: MAY,
  from: ['open', 'paused'],
  to: ['open', 'paused'],
  input: Type.Object({
    name: Name('名称'),
    organisation: Reference('organisation', '进驻单位'),
    isUndifferentiated: Type.Boolean({ title: '无差别综合窗口' }),
  }),
  needs: { staffedBy: organisationNamed('organisation') },
  decide: ({ window: mine, input, staffedBy }) => ({
    state: mine.state,
    name: input.name,
    organisation: staffedBy.id,
    isUndifferentiated: input.isUndifferentiated,
  }),
});
