import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { RUNNING } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { letterCode } from './letter-code.ts';

type Asked = { readonly row: { readonly id: string } };

/**
 * 告知查询码 — to who telephoned, so that they can follow, rate and take back without an account, whoever has seen their
 * number (decision 0012). Told until there is an answer: a rating by the code must not be the office's own.
 */
export const tellCode = action(workOrder, {
  name: 'tell-code',
  title: '告知查询码',
  about: '向来电人念出查询码，两分钟内可看；凭编号和查询码可以查进度、评价、撤回。有了答复后不再告知',
  may: { 'hotline.agent': 'place' },
  from: ['registered', ...RUNNING],
  to: ['registered', ...RUNNING],
  input: Type.Object({}),
  needs: { codes: rows(letterCode, ({ row }: Asked) => ({ orderId: row.id })) },
  when: (order) => order.reply === null,
  decide({ order, codes }) {
    const [kept] = codes;
    if (kept && kept.code !== null) refuse('hotline.code-of-writer');
    const issued = create(letterCode, { state: 'issued', orderId: order.id });
    return [{ state: order.state }, ...(kept ? [] : [issued])];
  },
});
