import { randomBytesPooled } from '#lib/random.ts';
import type { TSchema } from 'typebox';
import { uuidv7 } from '#lib/ids.ts';
import { millis } from '#lib/time.ts';
import { SYSTEM } from '../person.ts';
import type { Noun, Row } from '../noun.ts';
import { canonical, rowDigest, saltedDigest, sha256 } from './canonical.ts';
import { planOf } from './plan.ts';
import type { Change, Decision } from './request.ts';

/** One changed row as the ledger remembers it. */
export interface EntryChange {
  readonly noun: string;
  readonly id: string;
  readonly version: number;
  /** State before; null for a birth. */
  readonly from: string | null;
  /** Measured columns before and after: what the rollups subtract and add. */
  readonly was: Readonly<Record<string, unknown>> | null;
  readonly is: Readonly<Record<string, unknown>>;
  /** What was changed, short plain values only; long ones as digests. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Digest of the whole row after. */
  readonly digest: string;
}
export interface Prose {
  readonly field: string;
  readonly salt: string;
  readonly text: string;
}
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly person: string;
  readonly personName: string;
  readonly noun: string;
  readonly action: string;
  readonly subject: string;
  /** Comma-separated ids of every changed row. */
  readonly touched: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly changes: readonly EntryChange[];
  readonly prose: readonly Prose[];
}

/** Values longer than this stand in the ledger as digests: the ledger is a record of acts, not a second database. */
const LONGEST = 300;
/** Where an auditor must see the values themselves (`keep: 'whole'`), lists of a page's length stand in full. */
const LONGEST_WHOLE = 20_000;

const measured = (noun: Noun, row: Row): Readonly<Record<string, unknown>> => {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const name of planOf(noun).measured)
    if (values[name] !== null && values[name] !== undefined) kept[name] = values[name];
  return kept;
};

function changedColumns(change: Change): Readonly<Record<string, unknown>> {
  const after = change.after as unknown as Readonly<Record<string, unknown>>;
  const before = change.before as unknown as Readonly<Record<string, unknown>> | null;
  const set: Record<string, unknown> = {};
  for (const { name, column } of planOf(change.noun).declared) {
    const value = after[name] ?? null;
    if (before ? before[name] === value : value === null) continue;
    if (column.keeping === 'prose' || column.keeping === 'secret') continue;
    const text = canonical(value);
    if (before && text === canonical(before[name] ?? null)) continue;
    set[name] = text.length > LONGEST ? { digest: sha256(text) } : value;
  }
  return set;
}

const entryChange = (change: Change): EntryChange => ({
  noun: change.noun.name,
  id: change.after.id,
  version: change.after.version,
  from: change.before?.state ?? null,
  was: change.before ? measured(change.noun, change.before) : null,
  is: measured(change.noun, change.after),
  set: changedColumns(change),
  digest: rowDigest(change.noun, change.after),
});

/**
 * Input fields whose schema says `keep: 'prose'` are kept erasable; `keep: 'never'` leaves no trace at all; short plain
 * values stay, and longer ones where the schema says `keep: 'whole'`.
 */
function told(
  input: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, TSchema>>,
): { details: Record<string, unknown>; prose: Prose[] } {
  const details: Record<string, unknown> = {};
  const prose: Prose[] = [];
  for (const [field, value] of Object.entries(input)) {
    const keep = (properties[field] as { readonly keep?: string } | undefined)?.keep;
    if (value === undefined || value === null || keep === 'never') continue;
    if (keep === 'prose' && typeof value === 'string') {
      const salt = randomBytesPooled(16).toString('hex');
      prose.push({ field, salt, text: value });
      details[field] = { digest: saltedDigest(salt, value) };
      continue;
    }
    const text = canonical(value);
    details[field] =
      text.length > (keep === 'whole' ? LONGEST_WHOLE : LONGEST) ? { digest: sha256(text) } : value;
  }
  return { details, prose };
}

/** The ledger's entry for a decision; the first change is the action's own row. */
export function entryOf(decision: Decision): Entry {
  const { request, input, changes } = decision;
  const { details, prose } = told(input, request.action.input.properties);
  return {
    id: uuidv7(millis(request.now)),
    at: request.at ?? request.now,
    recordedAt: request.now,
    person: request.by.id ?? SYSTEM.id,
    personName: request.by.name,
    noun: request.action.noun.name,
    action: request.action.name,
    subject: changes[0]!.after.id,
    touched: changes.map((change) => change.after.id).join(','),
    details,
    changes: changes.map(entryChange),
    prose,
  };
}
