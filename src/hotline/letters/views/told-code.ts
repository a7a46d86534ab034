import { Type } from 'typebox';
import { getRow } from '#lib/http/list-routes.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_MINUTE } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { workOrder } from '../../order/work-order.ts';
import { spokenCode } from '../letter-code.ts';
import { tellCode } from '../tell-code.ts';

/** Long enough to read it out twice. */
const READABLE = 2 * MS_PER_MINUTE;

/** 查询码 — `{ number, code }`, for the agent who has just performed `tell-code`; only the ledger is believed. */
export const toldCode = view({
  name: 'hotline.told-code',
  title: '读取查询码（须先办理「告知查询码」）',
  path: '/work-orders/{key}/code',
  may: tellCode.may,
  query: Type.Object({ key: Type.String({ title: '编号', maxLength: 60 }) }),
  read: async ({ app, query, by }) => {
    const { id, number } = await getRow(workOrder, query.key, { by, app });
    const told = await app.query(
      `select 1 from ledger_entry
        where subject = $1 and action = $2 and person = $3 and recorded_at > $4 limit 1`,
      [id, tellCode.name, by.id, instantOf(millis(app.now()) - READABLE)],
    );
    return told.length === 0 ? refuse('hotline.code-not-told') : { number, code: spokenCode(app.suite, id) };
  },
});
