import type { Action } from '#lib/action/action.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { Faults } from './faults.ts';

/**
 * Long texts stand beside the ledger, their salted digests in it. Who erases one lawfully empties salt and text and
 * leaves the row: that is counted, not blamed. A text that was changed, and one that vanished with its row, are faults.
 */
const CHANGED = `select e.seq, p.field from ledger_prose p left join ledger_entry e on e.id = p.entry
  where (p.salt <> '' or p.text <> '')
    and encode(sha256(convert_to(p.salt || E'\\n' || p.text, 'UTF8')), 'hex')
        is distinct from e.details -> p.field ->> 'digest'
  order by e.seq nulls last limit 1`;
const VANISHED = `select e.seq, t.field from ledger_entry e
  join unnest($1::text[], $2::text[], $3::text[]) as t(noun, action, field) on (e.noun, e.action) = (t.noun, t.action)
  where e.details -> t.field ->> 'digest' is not null
    and not exists (select from ledger_prose p where p.entry = e.id and p.field = t.field)
  order by e.seq limit 1`;
const ERASED = `select count(*) as n from ledger_prose where salt = '' and text = ''`;

const proseFields = (actions: readonly Action[]): readonly (readonly [string, string, string])[] =>
  actions.flatMap((action) =>
    Object.entries(action.input.properties)
      .filter(([, schema]) => (schema as { readonly keep?: string }).keep === 'prose')
      .map(([field]) => [action.noun.name, action.name, field] as const),
  );

/** Checks the texts beside the ledger; returns how many were erased. */
export async function checkProse(
  query: Query,
  actions: readonly Action[],
  checking: { readonly faults: Faults; readonly afterAll: number },
): Promise<number> {
  const fields = proseFields(actions);
  const [changed] = await query(CHANGED, []);
  if (changed)
    checking.faults.note(
      changed['seq'] === null ? checking.afterAll : Number(changed['seq']),
      changed['seq'] === null
        ? '有一段长文本不属于任何条目'
        : `条目的长文本「${changed['field'] as string}」与其摘要不符`,
    );
  const [vanished] = await query(VANISHED, [
    fields.map(([noun]) => noun),
    fields.map(([, action]) => action),
    fields.map(([, , field]) => field),
  ]);
  if (vanished)
    checking.faults.note(Number(vanished['seq']), `条目的长文本「${vanished['field'] as string}」被删除`);
  const [erased] = await query(ERASED, []);
  return Number(erased!['n']);
}
