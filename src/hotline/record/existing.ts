import { canonical } from '#lib/action/engine/canonical.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { isPlain } from '#lib/action/engine/decide.ts';
import type { Personal, PersonalValue } from '#lib/action/column.ts';
import type { App } from '#lib/app.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import type { RecordInput } from './input.ts';
import { heard, isToldInConfidence, recordedColumns, toldCaller, type Known } from './recorded-row.ts';

const AT_ONCE = 2_000;

/** What earlier readings of these sources brought, by `system` and `id`. */
export async function recordedBefore(
  { query }: Pick<App, 'query'>,
  inputs: readonly RecordInput[],
): Promise<(input: RecordInput) => WorkOrder | undefined> {
  const found = new Map<string, WorkOrder>();
  const keyOf = (system: string | null, id: string | null): string => JSON.stringify([system, id]);
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const some = inputs.slice(from, from + AT_ONCE);
    const rows = await query(
      `select * from work_order where (source_system, source_id) in
         (select * from unnest($1::text[], $2::text[]))`,
      [some.map((each) => each.sourceSystem), some.map((each) => each.sourceId)],
    );
    for (const row of rows) {
      const order = rowFrom(workOrder, row) as WorkOrder;
      found.set(keyOf(order.sourceSystem, order.sourceId), order);
    }
  }
  return (input) => found.get(keyOf(input.sourceSystem, input.sourceId));
}

/** What is ours to say of a confidential order, and not the source's: its covered words. */
const OURS: ReadonlySet<string> = new Set(['isConfidential', 'title', 'text']);
type LookUp = App['suite']['lookUp'];
const sameSealed = (kept: PersonalValue | null, told: string | null): boolean =>
  kept === null || isPlain(kept) ? kept === told : (kept as Personal).hash === told;

/** Whether the source still says of it what it said; sealed values are compared by their keyed hashes. */
export function isUnchanged(order: WorkOrder, input: RecordInput, known: Known, lookUp: LookUp): boolean {
  const columns = Object.entries(recordedColumns(heard(order, input), known));
  const row = order as unknown as Readonly<Record<string, unknown>>;
  const isSame = columns.every(
    ([name, value]) =>
      (order.isConfidential === true && OURS.has(name)) || canonical(row[name] ?? null) === canonical(value),
  );
  if (!isSame || order.isConfidential === true || isToldInConfidence(input)) return isSame;
  const { name, phone, address } = toldCaller(input);
  return (
    sameSealed(order.callerName, name && lookUp(name.plain, 'name')) &&
    sameSealed(order.callerPhone, phone && lookUp(phone.plain, 'phone')) &&
    sameSealed(order.address, address && lookUp(address.plain, 'address'))
  );
}
