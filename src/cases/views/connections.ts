import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#lib/db/reader.ts';
import { instantOf, type Instant } from '#lib/time.ts';
import { OPEN } from '../utilities/words.ts';
import { lightOf, type Marks } from './lights.ts';

/** Whose connections they are. */
export const FIRM = { 'cases.utility': 'firm' } as const;

interface Undone {
  readonly dueAt: Date | null;
  readonly askedAt: Date;
  readonly [more: string]: unknown;
}
interface Looking {
  readonly db: Reader;
  readonly marks: Marks;
  readonly own: RawBuilder<unknown> | null;
}
const at = (value: Date | null): Instant | null => (value === null ? null : instantOf(new Date(value)));

/** 公用报装 that a firm has not done yet, what is due first on top; while it waits for the user there is no due day. */
export async function openConnections({ db, marks, own }: Looking, most: number) {
  if (own === null) return [];
  const { rows } = await sql<Undone>`
    select id, number, case_number, item_name, service, firm, state, wish, asked_at, due_at from utility_connection
      where state = any(${[...OPEN]}::text[]) and ${own}
      order by due_at nulls last, id limit ${most}`.execute(db);
  return rows.map((row) => {
    const dueAt = at(row.dueAt);
    return { ...row, askedAt: at(row.askedAt), dueAt, light: lightOf(dueAt, marks) };
  });
}
