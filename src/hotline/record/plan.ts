import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { heldTopics, type Topics } from '../topics/held-topics.ts';
import { isUnchanged, recordedBefore } from './existing.ts';
import { isAsRecorded } from './record.ts';
import type { Known } from './recorded-row.ts';
import type { BrokenRow, SoundRow } from './understand-file.ts';
import { unitsByName } from './units.ts';

/** What is to be done with the rows of a file; nothing is written yet. */
export interface Plan {
  /** Rows to record, or to amend the order they brought before. */
  readonly writing: readonly { readonly row: SoundRow; readonly order: WorkOrder | undefined }[];
  readonly unchanged: number;
  readonly broken: readonly BrokenRow[];
}
type Planning = Pick<App, 'held' | 'query' | 'suite'>;

const knownTo = (app: Pick<App, 'held'>): Known => ({
  tree: app.held.value(organisationTree as Held<unknown>) as OrganisationTree,
  topics: app.held.value(heldTopics as Held<unknown>) as Topics,
});
const faulty = ({ row, nameOf }: SoundRow, path: string, why: string): BrokenRow => ({
  row,
  field: nameOf(path),
  why,
});

/** The row with its unit's id, where the tenant has that unit already. */
function withUnit(row: SoundRow, units: ReadonlyMap<string, string>): SoundRow {
  const handler = row.unit === undefined ? undefined : units.get(row.unit);
  return handler === undefined ? row : { ...row, input: { ...row.input, handler } };
}

/** Compares the rows with what earlier readings brought: new, told differently, the same, or no longer the source's. */
export async function planImport(app: Planning, rows: readonly SoundRow[]): Promise<Plan> {
  const inputs = rows.map(({ input }) => input);
  const before = await recordedBefore(app, inputs);
  const [units, known] = [unitsByName(app), knownTo(app)];
  const writing: { readonly row: SoundRow; readonly order: WorkOrder | undefined }[] = [];
  const broken: BrokenRow[] = [];
  let unchanged = 0;
  for (const each of rows) {
    const order = before(each.input);
    const row = withUnit(each, units);
    if (row.input.handler === 'several')
      broken.push(faulty(each, 'handler', `有几个单位叫“${each.unit}”，请写全称`));
    else if (order && isUnchanged(order, row.input, known, app.suite.lookUp)) unchanged += 1;
    else if (order && !isAsRecorded(order))
      broken.push(faulty(each, 'sourceId', `工单 ${order.number} 已在本系统继续办理，不再按来源更正`));
    else writing.push({ row: each, order });
  }
  return { writing, unchanged, broken };
}
