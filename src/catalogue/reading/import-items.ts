import { SYSTEM, type Person } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { eachAtOnce } from '#lib/at-once.ts';
import type { NamedFile } from '#documents/index.ts';
import type { Report } from '#lib/progress.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { planImport } from './plan-import.ts';
import { understandFile, type BrokenRow, type SoundItem } from './understand-file.ts';

/** What became of an import: the contract of `yichuang import … --json`. */
export interface ImportedItems {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly BrokenRow[];
}
type Importing = Pick<App, 'actions' | 'engine' | 'now' | 'query'>;
interface Choices {
  /** Lands nothing when any row is broken. */
  readonly isStrict?: boolean;
  readonly report?: Report;
  /** Who brings it in; the program itself from the command line. */
  readonly by?: Person;
}

function brokenBy(fault: unknown, { row }: SoundItem): BrokenRow {
  // A database that is away is no fault of the row: the import ends and is resumed by repeating it.
  if (!(fault instanceof Refusal) || refusalText(fault).status === 503) throw fault;
  return { row, field: '', why: refusalText(fault).message };
}

/**
 * 导入事项 — records the new items of a file and amends those it tells differently. Sound rows land, broken ones are
 * listed; repeating it changes nothing and goes on where it was killed.
 */
export async function importItems(
  app: Importing,
  file: NamedFile,
  { isStrict = false, report = () => undefined, by = SYSTEM }: Choices = {},
): Promise<ImportedItems> {
  const plan = await planImport(app, await understandFile(file));
  const broken = [...plan.broken];
  if (isStrict && broken.length > 0)
    return { imported: 0, changed: 0, unchanged: plan.unchanged.length, broken };
  const wishes = [...plan.fresh.map((item) => ({ id: null, item })), ...plan.changed];
  const count = { imported: 0, changed: 0 };
  let done = 0;
  await eachAtOnce(wishes, async ({ id, item }) => {
    const input =
      id === null
        ? { code: item.code, place: item.place, elements: item.elements }
        : { elements: item.elements, reason: `按文件“${file.name}”变更`.slice(0, 200) };
    try {
      await app.engine.perform({
        action: getAction(app, 'item', id === null ? 'record' : 'amend'),
        id,
        input,
        by,
        now: app.now(),
        key: null,
        ifMatch: null,
        isSilent: true,
      });
      count[id === null ? 'imported' : 'changed'] += 1;
    } catch (fault) {
      broken.push(brokenBy(fault, item));
    }
    report(++done, wishes.length);
  });
  return { ...count, unchanged: plan.unchanged.length, broken: broken.sort((a, b) => a.row - b.row) };
}
