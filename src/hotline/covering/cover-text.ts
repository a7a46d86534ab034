import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { opened, rows } from '#lib/action/need.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { personalIn } from '#lib/covering/masking.ts';
import { whereFound } from './where-found.ts';
import type { Recorded } from '#lib/covering/recorded.ts';
import './refusals.ts';

const ANY = Object.keys(STATES) as readonly OrderState[];
/** As long as history brought in may be. */
const LONGEST = 20_000;
type Asked = { readonly row: { readonly id: string } };
const ofOrder = ({ row }: Asked) => ({ orderId: row.id });

/** What still certainly tells who spoke, at its field. */
const leftIn = (texts: Readonly<Record<string, string>>, known: Recorded): readonly FieldFault[] =>
  Object.entries(texts).flatMap(([path, text]) => {
    const found = personalIn(text, known).filter((each) => each.isCertain && each.isOfSpeaker === true);
    return found.length > 0 ? [{ path, message: `还有${whereFound(text, found)}，请遮盖` }] : [];
  });

/**
 * 核对遮盖稿 — an officer who may know who spoke reads what the unit is given against the original, and puts it right. The
 * original words stay with the protected caller.
 */
export const coverText = action(workOrder, {
  name: 'cover-text',
  title: '核对遮盖稿',
  about: '保密工单交承办单位的标题和内容：对照原文核对、修改后确认；原文只有热线办公室能看到',
  may: { 'hotline.agent': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  from: [...ANY],
  to: [...ANY],
  input: Type.Object({
    title: Type.String({ title: '交办标题', minLength: 2, maxLength: 200, keep: 'never', fromRow: true }),
    text: Type.String({ title: '交办内容', minLength: 2, maxLength: LONGEST, keep: 'never', fromRow: true }),
    isChecked: Type.Boolean({ title: '已逐字核对，看不出诉求人是谁' }),
  }),
  needs: { kept: rows(protectedCaller, ofOrder), known: opened(protectedCaller, ofOrder) },
  when: (order) => order.isConfidential === true,
  decide({ order, input, kept, known }) {
    const { isChecked, ...texts } = input;
    if (!isChecked)
      refuse('hotline.cover-unchecked', {}, { fields: [{ path: 'isChecked', message: '请核对后勾选' }] });
    const faults = leftIn(texts, known[0] ?? {});
    if (faults.length > 0) refuse('hotline.cover-tells', {}, { fields: faults });
    const [caller] = kept;
    const original = { title: caller?.title ?? order.title, text: caller?.text ?? order.text };
    const read = caller
      ? change(protectedCaller, caller, { state: 'checked', ...original })
      : create(protectedCaller, { state: 'checked', orderId: order.id, place: order.place, ...original });
    return [{ state: order.state, ...texts, isCoverRead: true }, read];
  },
});
