import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { placeOf } from '../places.ts';
import { topicOf } from '../topics/needs.ts';
import { At } from '../order/fields.ts';
import { OrderFields, takenDown } from '../order/register.ts';
import { stepNeeds } from '../order/step.ts';
import { workOrder } from '../order/work-order.ts';
import { cityNumberOf } from './city-number.ts';
import { mustLieAhead } from './round.ts';

const { type, topic, place, title, text, caller, isConfidential, isUrgent } = OrderFields.properties;

type Asked = { readonly input: { readonly cityNumber: string } };

/**
 * 接收市平台转办 — an order that the city's platform sends down, with its own number and its own limit. One number is one
 * order: what comes twice is pointed to the first. 举报 is confidential here as everywhere.
 */
export const receive = birth(workOrder, {
  name: 'receive',
  title: '接收市平台转办',
  about: '接收市平台下派的工单；市平台单号不得重复，内部期限早于市平台期限',
  may: { 'hotline.gateway': 'place' },
  to: ['registered'],
  input: Type.Object({
    cityNumber: Type.String({ title: '市平台单号', minLength: 1, maxLength: 60, pattern: '^\\S+$' }),
    cityDueAt: At('市平台期限'),
    type,
    topic,
    place,
    title,
    text,
    caller,
    isConfidential,
    isUrgent,
  }),
  needs: {
    place: placeOf,
    topic: topicOf,
    ...stepNeeds,
    known: find(workOrder, ({ input }: Asked) => ({ cityNumber: cityNumberOf(input.cityNumber) })),
    // What history brought in has the number as its source wrote it.
    asWritten: find(workOrder, ({ input }: Asked) => ({ cityNumber: input.cityNumber })),
  },
  decide({ known: kept, asWritten, ...given }) {
    const { cityDueAt } = given.input;
    const cityNumber = cityNumberOf(given.input.cityNumber);
    const known = kept ?? asWritten;
    if (known) refuse('hotline.city-known', { cityNumber, number: known.number });
    mustLieAhead(cityDueAt, given.now);
    const [order, ...beside] = takenDown({ ...given, input: { ...given.input, channel: 'city' } });
    return [{ ...order, cityNumber, cityDueAt, isFromCity: true }, ...beside];
  },
});
