import { canonical } from '#lib/action/engine/canonical.ts';
import { isPlain } from '#lib/action/engine/decide.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { Personal, PersonalValue } from '#lib/action/column.ts';
import type { Held } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { item, type Item } from '#catalogue/index.ts';
import type { NamedFile } from '#documents/index.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { brokenBy, type Wish } from '../reading/land.ts';
import { toldRows, type BrokenRow } from '../reading/told-rows.ts';
import { getItem, toldColumns } from './columns.ts';
import type { ElsewhereInput } from './input.ts';
import { recordElsewhere, updateElsewhere } from './record.ts';
import { sourceKeyOf, sourceWords } from './source-key.ts';
import { toldFaults } from './told-faults.ts';
import { HEADINGS, understandCase, type UnderstoodCase } from './understand.ts';

export type Reads = Pick<App, 'held' | 'now' | 'query' | 'suite'>;

/** Of a case that another system told. */
const keyOf = ({ sourceSystem, sourceId }: CaseFile): string =>
  sourceKeyOf({ sourceSystem: sourceSystem ?? '', sourceId: sourceId ?? '' });

/** Codes of what was ever published here, by name. */
async function codesByName(app: Reads, names: readonly string[]) {
  const rows = await app.query(
    `select name, array_agg(number order by number) as codes from item
      where name = any($1::text[]) and state in ('published', 'suspended') group by name`,
    [names],
  );
  return new Map(rows.map((row) => [row['name'] as string, row['codes'] as readonly string[]]));
}

/** What earlier readings brought of these, and the items they are of. */
async function known(app: Reads, inputs: readonly ElsewhereInput[]) {
  const cases = await app.query(
    'select * from case_file where source_id is not null and upper(normalize(source_id, NFKC)) = any($1::text[])',
    [inputs.map((each) => sourceWords(each.sourceId))],
  );
  const items = await app.query('select * from item where number = any($1::text[])', [
    [...new Set(inputs.map((each) => each.item))],
  ]);
  const files = cases.map((row) => rowFrom(caseFile, row) as CaseFile);
  return {
    files: new Map(files.map((each) => [keyOf(each), each])),
    items: new Map(items.map((row) => [row['number'] as string, rowFrom(item, row) as Item])),
  };
}

type LookUp = App['suite']['lookUp'];
const SEALED = { applicantName: 'name', applicantId: 'identity', phone: 'phone' } as const;
const sameSealed = (kept: PersonalValue | null, told: string | null): boolean =>
  kept === null || isPlain(kept) ? kept === told : (kept as Personal).hash === told;

/** By which it was found: another way of typing them says nothing new. */
const IDENTIFYING: ReadonlySet<string> = new Set(['sourceSystem', 'sourceId', 'sourceKey']);
/** The columns of which the source says something else than it did; sealed values are compared by their keyed hashes. */
function changedColumns(
  mine: CaseFile,
  told: ReturnType<typeof toldColumns>,
  lookUp: LookUp,
): readonly string[] {
  const row = mine as unknown as Readonly<Record<string, unknown>>;
  const isSame = ([name, value]: readonly [string, unknown]): boolean => {
    if (!(name in SEALED)) return canonical(row[name] ?? null) === canonical(value);
    const kind = SEALED[name as keyof typeof SEALED];
    const plain = value as { readonly plain: string } | null;
    return sameSealed(row[name] as PersonalValue | null, plain && lookUp(plain.plain, kind));
  };
  return Object.entries(told).flatMap((each) => (IDENTIFYING.has(each[0]) || isSame(each) ? [] : [each[0]]));
}

/** A row to write; of a case known before, the columns that change. */
interface PlannedCase extends Wish {
  readonly changes: readonly string[];
}
export interface CasePlan {
  readonly wishes: readonly PlannedCase[];
  readonly unchanged: readonly UnderstoodCase[];
  readonly broken: readonly BrokenRow[];
}

/** One number twice in one file: the second says nothing that could be trusted. */
function withoutRepeats(all: readonly UnderstoodCase[]) {
  const seen = new Map<string, number>();
  const once: UnderstoodCase[] = [];
  const broken: BrokenRow[] = [];
  for (const each of all) {
    const { row, input } = each;
    const key = sourceKeyOf(input);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row.row);
      once.push(each);
    } else broken.push({ row: row.row, field: row.nameOf('sourceId'), why: `与第 ${before} 行编号相同` });
  }
  return { once, broken };
}

interface Around {
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly items: ReadonlyMap<string, Item>;
  readonly tree: OrganisationTree;
  readonly lookUp: LookUp;
}
/**
 * What is to be written of a row; null when it says what is known. Refuses, as the action itself will, what cannot be
 * said: so a preview finds broken what an import would.
 */
function wishOf({ row, input }: UnderstoodCase, { files, items, tree, lookUp }: Around): PlannedCase | null {
  const mine = files.get(sourceKeyOf(input));
  const action = mine ? updateElsewhere : recordElsewhere;
  validated(action.input, input);
  const told = toldColumns(input, { item: getItem(items.get(input.item) ?? null, input.item), tree });
  if (!mine) return { row, action, id: null, input, changes: [] };
  const changes = changedColumns(mine, told, lookUp);
  return changes.length === 0 ? null : { row, action, id: mine.id, input, changes };
}

/** Reads the rows of a file and all that is wrong with each of them. */
async function understood(app: Reads, file: NamedFile, system: string | undefined) {
  const { rows, broken } = await toldRows(file, HEADINGS, ['sourceId', 'receivedAt']);
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const names = [...new Set(rows.flatMap(({ told }) => told.itemName ?? []))];
  const reading = { codesByName: await codesByName(app, names), tree, system };
  const read = rows.map((row) => understandCase(row, reading));
  const { once, broken: repeated } = withoutRepeats(read.filter((each) => 'input' in each));
  const impossible = once.flatMap(({ row, input }) =>
    toldFaults(input, app.now()).map(({ path, message }) => ({
      row: row.row,
      field: row.nameOf(path),
      why: message,
    })),
  );
  const faulty = new Set(impossible.map(({ row }) => row));
  return {
    tree,
    sound: once.filter(({ row }) => !faulty.has(row.row)),
    broken: [...broken, ...read.flatMap((each) => ('input' in each ? [] : each)), ...repeated, ...impossible],
  };
}

/** Compares the rows of a file with what is known: new, told differently, or the same. Nothing is written yet. */
export async function planCases(app: Reads, file: NamedFile, system: string | undefined): Promise<CasePlan> {
  const { tree, sound, broken } = await understood(app, file, system);
  const before = await known(
    app,
    sound.map(({ input }) => input),
  );
  const around = { ...before, tree, lookUp: app.suite.lookUp };
  const wishes: PlannedCase[] = [];
  const unchanged: UnderstoodCase[] = [];
  const refused: BrokenRow[] = [];
  for (const each of sound) {
    try {
      const wish = wishOf(each, around);
      if (wish) wishes.push(wish);
      else unchanged.push(each);
    } catch (fault) {
      refused.push(...brokenBy(fault, each.row));
    }
  }
  return { wishes, unchanged, broken: [...broken, ...refused] };
}
