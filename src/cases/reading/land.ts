import type { Action } from '#lib/action/action.ts';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { eachAtOnce } from '#lib/at-once.ts';
import { validated } from '#lib/http/validate.ts';
import type { Report } from '#lib/progress.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import type { BrokenRow, ToldRow } from './told-rows.ts';

/** What became of an import: the contract of `yichuang import … --json`. */
export interface Imported {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly BrokenRow[];
}
/** One action to do for one row. */
export interface Wish {
  readonly row: Pick<ToldRow<string>, 'row' | 'nameOf'>;
  readonly action: Action;
  /** Null for a birth. */
  readonly id: string | null;
  readonly input: Readonly<Record<string, unknown>>;
}
export interface Importing {
  /** Who brings it in; the program itself from the command line. */
  readonly by?: Person;
  /** Lands nothing when any row is broken. */
  readonly isStrict?: boolean;
  readonly report?: Report;
}

/** What a refusal says of a row, at the file’s own headings. Throws anything that is no fault of the row. */
export function brokenBy(fault: unknown, { row, nameOf }: Wish['row']): readonly BrokenRow[] {
  // A database that is away is no fault of the row: the import ends and is resumed by repeating it.
  if (!(fault instanceof Refusal) || refusalText(fault).status === 503) throw fault;
  const at = fault.fields.map(({ path, message }) => ({ row, field: nameOf(path), why: message }));
  return at.length > 0 ? at : [{ row, field: '', why: refusalText(fault).message }];
}

/** Does what the rows ask for; those that are refused are listed with the rows broken before. Nothing lands by half. */
export async function land(
  app: Pick<App, 'engine' | 'now'>,
  plan: {
    readonly wishes: readonly Wish[];
    readonly unchanged: number;
    readonly broken: readonly BrokenRow[];
  },
  { by = SYSTEM, isStrict = false, report = () => undefined }: Importing,
): Promise<Imported> {
  const broken = [...plan.broken];
  const wishes = isStrict && broken.length > 0 ? [] : plan.wishes;
  const count = { imported: 0, changed: 0 };
  let done = 0;
  await eachAtOnce(wishes, async ({ row, action, id, input }) => {
    try {
      const checked = validated<Readonly<Record<string, unknown>>>(action.input, input);
      const request = { action, id, input: checked, by, now: app.now(), key: null, ifMatch: null };
      await app.engine.perform({ ...request, isSilent: true });
      count[id === null ? 'imported' : 'changed'] += 1;
    } catch (fault) {
      broken.push(...brokenBy(fault, row));
    }
    report(++done, wishes.length);
  });
  return { ...count, unchanged: plan.unchanged, broken: broken.sort((a, b) => a.row - b.row) };
}
