import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import './refusals.ts';

const ANY = Object.keys(STATES) as readonly OrderState[];

/**
 * 放行附件 — an officer who may know who spoke has looked at a file, its name, its pictures and what they show, and lets the
 * unit open it.
 */
export const releaseFile = action(workOrder, {
  name: 'release-file',
  title: '放行附件',
  about: '保密工单的附件只有热线办公室能打开；看过、确认看不出诉求人是谁的，放行给承办单位',
  may: { 'hotline.agent': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  from: [...ANY],
  to: [...ANY],
  input: Type.Object({
    file: Type.String({ title: '附件', format: 'uuid' }),
    isChecked: Type.Boolean({ title: '已打开看过，文件名和内容都看不出诉求人是谁' }),
  }),
  needs: { files: rows(attachment, ({ input }: { input: { file: string } }) => ({ id: input.file })) },
  when: (order) => order.isConfidential === true,
  decide({ order, input, files: [file] }) {
    if (!input.isChecked)
      refuse('hotline.file-unchecked', {}, { fields: [{ path: 'isChecked', message: '请打开看过后勾选' }] });
    if (file?.subject !== order.id || file.state !== 'kept') return refuse('hotline.no-such-file');
    return [{ state: order.state }, change(attachment, file, { state: 'kept', isReleased: true })];
  },
});
