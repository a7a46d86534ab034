import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { call } from './call.ts';
import { Agent, Line, MaybeAt, MaybePlace, MAY, Phone, Reference } from './fields.ts';
import { callPlace } from './place.ts';
import { toldAt } from './times.ts';

/** The caller's number as it is kept, nothing when it was withheld. */
export const phoneColumn = (phone: string | undefined): { readonly plain: string } | null =>
  phone === undefined ? null : { plain: phone.trim() };

/** 呼入 — it rings. The desks of the agents hear of it at once and show who calls (`live/`). */
export const arrive = birth(call, {
  name: 'arrive',
  title: '呼入',
  about: '电话平台在振铃时告知；话务员的屏幕随即显示来电人的历史工单',
  may: MAY,
  to: ['ringing'],
  input: Type.Object({
    line: Line,
    phone: Phone,
    arrivedAt: MaybeAt('呼入时间'),
    agent: Agent,
    reference: Reference,
    place: MaybePlace,
  }),
  needs: { place: callPlace },
  decide: ({ input, place, now }) => ({
    state: 'ringing',
    line: input.line,
    place,
    phone: phoneColumn(input.phone),
    arrivedAt: toldAt(input.arrivedAt, null, now),
    agent: input.agent ?? null,
    reference: input.reference ?? null,
  }),
});
