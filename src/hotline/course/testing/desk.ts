import type { WorkOrder } from '../../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';

export const WATER = '区水利局';
export const CITY = '区城市管理和综合执法局';
const MONDAY = '2020-05-11T09:00+08:00';

/** A refusal of this module, for `rejects.toMatchObject`. */
export const refused = (code: string) => ({ code: `hotline.${code}` });

/** The office with orders in the states that the course begins from: registered, with the water bureau, answered. */
export async function courseDesk() {
  const office = await hotlineOffice(MONDAY);
  const act = async (by: Parameters<HotlineOffice['act']>[0], name: string, input: object, id: string) =>
    (await office.act(by, `work-order.${name}`, input as never, id)).row as WorkOrder;
  const registered = async (more = {}): Promise<WorkOrder> => {
    office.clock.set(MONDAY);
    return (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
  };
  const dispatched = async (more = {}): Promise<WorkOrder> => {
    const { id, isConfidential } = await registered(more);
    if (isConfidential === true) await office.cover(id);
    return act(office.dispatcher, 'dispatch', { handler: office.unit(WATER) }, id);
  };
  const replied = async (): Promise<WorkOrder> => {
    const { id } = await dispatched();
    const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
    return act(office.handlerOf(WATER), 'reply', { text: '已修好。', contacted }, id);
  };
  const below = (table: string, id: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    office.app.query(`select * from ${table} where order_id = $1 order by id`, [id]);
  return { office, act, registered, dispatched, replied, below };
}
