import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { knowledgeEntry, MAY } from './entry.ts';
import { confirmedColumns, On, refuseExpired } from './fields.ts';

/** 确认 — the owner says that it still holds; what has run out needs a new end to go with it. */
export const confirmEntry = action(knowledgeEntry, {
  name: 'confirm',
  title: '确认有效',
  about: '责任单位确认内容仍然有效；已过有效期的须同时填写新的有效期',
  may: MAY,
  from: ['published', 'to-confirm', 'expired'],
  to: ['published'],
  input: Type.Object({ validUntil: Type.Optional(On('新的有效期至')) }),
  decide({ entry, input, now }) {
    const validUntil = input.validUntil ?? entry.validUntil;
    refuseExpired(validUntil, dayOf(now));
    return { state: 'published', validUntil, ...confirmedColumns(dayOf(now), entry.confirmEveryDays) };
  },
});
