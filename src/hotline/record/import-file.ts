import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { eachAtOnce } from '#lib/at-once.ts';
import type { Report } from '#lib/progress.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { planImport, type Plan } from './plan.ts';
import type { NamedFile } from './read-rows.ts';
import { named, understandFile, type BrokenRow, type SoundRow } from './understand-file.ts';
import { establishUnits, unitsByName } from './units.ts';

/** What became of an import: the contract of `yichuang import … --json`. */
export interface ImportedOrders {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly BrokenRow[];
}
type Importing = Pick<App, 'actions' | 'engine' | 'held' | 'now' | 'query' | 'suite'>;
interface Choices {
  /** Lands nothing when any row is broken. */
  readonly isStrict?: boolean;
  readonly report?: Report;
}
type Landed = 'imported' | 'changed' | readonly BrokenRow[];

function brokenBy(fault: unknown, { row, nameOf }: SoundRow): readonly BrokenRow[] {
  // A database that is away is no fault of the row: the import ends and is resumed by repeating it.
  if (!(fault instanceof Refusal) || refusalText(fault).status === 503) throw fault;
  const at = named(fault.fields, nameOf);
  const faults = at.length > 0 ? at : [{ field: nameOf('sourceId'), why: refusalText(fault).message }];
  return faults.map((each) => ({ row, ...each }));
}

async function land(app: Importing, { writing }: Plan, report: Report): Promise<readonly Landed[]> {
  await establishUnits(
    app,
    writing.flatMap(({ row }) => row.unit ?? []),
  );
  const units = unitsByName(app);
  const results: Landed[] = [];
  await eachAtOnce(writing, async ({ row, order }) => {
    const handler = row.unit === undefined ? {} : { handler: units.get(row.unit) };
    const request = {
      action: getAction(app, 'work-order', order ? 'amend-record' : 'record'),
      id: order?.id ?? null,
      input: { ...row.input, ...handler },
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    };
    const landed = await app.engine.perform(request).then(
      (): Landed => (order ? 'changed' : 'imported'),
      (fault: unknown) => brokenBy(fault, row),
    );
    report(results.push(landed), writing.length);
  });
  return results;
}

/**
 * 导入工单 — brings the orders of a file in by the `record` birth, or amends those the source tells differently now. Sound
 * rows land, broken ones are listed; no row lands by half, and repeating it goes on where it was killed.
 */
export async function importOrders(
  app: Importing,
  file: NamedFile,
  { isStrict = false, report = () => undefined }: Choices = {},
): Promise<ImportedOrders> {
  const read = await understandFile(file, app.now());
  const plan = await planImport(app, read.sound);
  const broken = [...read.broken, ...plan.broken];
  const landed = isStrict && broken.length > 0 ? [] : await land(app, plan, report);
  const count = (kind: Landed): number => landed.filter((each) => each === kind).length;
  const refused = landed.flatMap((each) => (typeof each === 'string' ? [] : each));
  return {
    imported: count('imported'),
    changed: count('changed'),
    unchanged: plan.unchanged,
    broken: [...broken, ...refused].sort((a, b) => a.row - b.row),
  };
}
