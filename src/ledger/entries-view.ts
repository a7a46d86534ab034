import { sql, type RawBuilder } from 'kysely';
import { Type, type Static } from 'typebox';
import type { Noun } from '#lib/action/noun.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { findDone, NO_LONGER, type App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { statements } from '#lib/db/transaction.ts';
import { addDays, day, startOfDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { retellings, type Spoken } from './entries-retold.ts';
import { run } from './predicate.ts';

const MOST = 200;
const USUAL = 50;
export const Limit = Type.Optional(
  Type.String({ title: `每页条数，至多 ${MOST}`, pattern: '^[1-9][0-9]{0,2}$' }),
);
export const limitOf = (text: string | undefined): number => Math.min(Number(text ?? USUAL), MOST);
export const Whole = (title: string) => Type.Optional(Type.String({ title, pattern: '^[0-9]{1,18}$' }));
const Name = (title: string) => Type.Optional(Type.String({ title, maxLength: 100 }));
const On = (title: string) =>
  Type.Optional(Type.String({ title, format: 'date', pattern: '^[12][0-9]{3}-' }));

const wished = Type.Object({
  noun: Name('记录种类'),
  action: Name('操作'),
  person: Name('操作人的标识或姓名'),
  number: Name('记录编号'),
  from: On('记账日期自'),
  to: On('记账日期至'),
  after: Whole('上一页最后一条的序号'),
  limit: Limit,
});
type Wished = Static<typeof wished>;
type Fetched = Readonly<Record<string, unknown>>;

/** Whose public number this is; numbers of two nouns may be alike. */
async function subjectsOf(query: Query, nouns: readonly Noun[], number: string): Promise<readonly string[]> {
  const found = await Promise.all(
    nouns.map((noun) => query(`select id from ${noun.table} where number = $1`, [number])),
  );
  return found.flat().map((row) => row['id'] as string);
}

function conditions(wish: Wished, subjects: readonly string[] | null): RawBuilder<unknown> {
  const { noun, action, person, from, to, after } = wish;
  const parts = [
    noun === undefined ? null : sql`noun = ${noun}`,
    action === undefined ? null : sql`action = ${action}`,
    person === undefined
      ? null
      : isUuid(person)
        ? sql`person = ${person}::uuid`
        : sql`person_name = ${person}`,
    subjects && sql`subject = any(${subjects}::uuid[])`,
    from === undefined ? null : sql`recorded_at >= ${startOfDay(day(from))}::timestamptz`,
    to === undefined ? null : sql`recorded_at < ${startOfDay(addDays(day(to), 1))}::timestamptz`,
    after === undefined ? null : sql`seq < ${after}::bigint`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

/** Sealed personal values show that they are there and nothing of them: who reads the ledger need not see the record. */
function masked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  if ('sealed' in value && 'mask' in value) return '***';
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, masked(each)]));
}

/** Public numbers of the records the entries are about, by their id. */
async function numbersOf(
  query: Query,
  app: App,
  entries: readonly Fetched[],
): Promise<ReadonlyMap<unknown, unknown>> {
  const byNoun = Map.groupBy(entries, (entry) => entry['noun']);
  const found = await Promise.all(
    app.nouns
      .filter((noun) => byNoun.has(noun.name))
      .map((noun) =>
        query(`select id, number from ${noun.table} where id = any($1::uuid[])`, [
          byNoun.get(noun.name)!.map((entry) => entry['subject']),
        ]),
      ),
  );
  return new Map(found.flat().map((row) => [row['id'], row['number']]));
}

interface Telling {
  readonly numbers: ReadonlyMap<unknown, unknown>;
  readonly retold: Awaited<ReturnType<typeof retellings>>;
}

function shown(app: App, entry: Fetched, { numbers, retold }: Telling): Fetched {
  const subject = entry['subject'] as string;
  const action = findDone(app, entry['noun'] as string, entry['action'] as string);
  const changes = entry['changes'] as readonly Fetched[];
  return {
    seq: entry['seq'],
    at: entry['at'],
    recordedAt: entry['recorded_at'],
    person: entry['person'],
    personName: entry['person_name'],
    noun: entry['noun'],
    nounTitle: action?.noun.title ?? app.nouns.find(({ name }) => name === entry['noun'])?.title ?? '—',
    action: entry['action'],
    title: action?.title ?? NO_LONGER,
    subject,
    number: numbers.get(subject) ?? null,
    details: masked(retold(subject)(entry['details'])),
    changes: changes.map(({ noun, id, version, from, set }) => ({
      noun,
      id,
      version,
      from,
      set: masked(retold(id as string)(set)),
    })),
  };
}

/** 账本条目 — newest first, with the last entry that a signed block covers. */
export const entriesView = view({
  name: 'ledger-entries',
  title: '查阅账本条目',
  path: '/ledger/entries',
  may: { 'ledger.auditor': 'anyone' },
  query: wished,
  read: async ({ db, query: wish, by, app }) => {
    const query = statements(db);
    const nouns = app.nouns.filter((noun) => wish.noun === undefined || noun.name === wish.noun);
    const subjects = wish.number === undefined ? null : await subjectsOf(query, nouns, wish.number);
    const limit = limitOf(wish.limit);
    const found = await run(
      query,
      sql`select seq, at, recorded_at, person, person_name, noun, action, subject, details, changes
        from ledger_entry where ${conditions(wish, subjects)} order by seq desc limit ${limit + 1}`,
    );
    const entries = found.slice(0, limit);
    const numbers = await numbersOf(query, app, entries);
    const spoken = entries.flatMap((entry) => [
      { noun: entry['noun'] as string, id: entry['subject'] as string },
      ...(entry['changes'] as readonly Spoken[]),
    ]);
    const retold = await retellings(spoken, { by, app });
    const [sealed] = await query('select coalesce(max(last_seq), 0) as seq from ledger_block', []);
    return {
      items: entries.map((entry) => shown(app, entry, { numbers, retold })),
      next: found.length > limit ? entries.at(-1)!['seq'] : null,
      sealedUpTo: Number(sealed!['seq']),
    };
  },
});
